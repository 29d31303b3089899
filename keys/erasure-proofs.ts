import {
  createLocalJWKSet,
  decodeProtectedHeader,
  jwtVerify,
  SignJWT,
  type JSONWebKeySet,
} from 'jose';
import { PROOF_TYPE } from '../contract/erasure.js';
import { erasureProof, type ErasureProof } from '../contract/schema/operator/erasure-proof.js';
import { SIGNING_ALGORITHM, type SigningKeys } from './signing-keys.js';

/** The proof is not ours, was altered, or was signed by a key that is not in the set. */
export class ProofRefusedError extends Error {
  override readonly name = 'ProofRefusedError';
}

/** As JWS in compact form (RFC 7515), by the key that signs tokens. It is no token: it has no `exp`. */
export function signErasureProof(
  keys: Pick<SigningKeys, 'keyId' | 'privateKey'>,
  proof: ErasureProof,
): Promise<string> {
  return new SignJWT({ ...proof })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: keys.keyId, typ: PROOF_TYPE })
    .sign(keys.privateKey);
}

/**
 * What a proof says. Takes nothing but the public keys, as `/.well-known/jwks.json` shows them.
 *
 * @throws ProofRefusedError
 */
export async function verifyErasureProof(
  publicKeys: JSONWebKeySet,
  signed: string,
): Promise<ErasureProof & { readonly keyId: string }> {
  try {
    const { payload } = await jwtVerify(signed, createLocalJWKSet(publicKeys), {
      algorithms: [SIGNING_ALGORITHM],
      typ: PROOF_TYPE,
    });
    const { kid = '' } = decodeProtectedHeader(signed);
    return { ...erasureProof.parse(payload), keyId: kid };
  } catch {
    throw new ProofRefusedError(
      'This is no proof of erasure, was altered, or was signed by a key that is not in the set.',
    );
  }
}
