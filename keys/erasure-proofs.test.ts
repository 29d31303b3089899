import { SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROOF } from '../test/support/drawn-proof.js';
import { createSigningKeyFile } from '../test/support/signing-key-file.js';
import { ProofRefusedError, signErasureProof, verifyErasureProof } from './erasure-proofs.js';
import { parseSigningKeys, type SigningKeys } from './signing-keys.js';

let keys: SigningKeys;
let others: SigningKeys;

beforeAll(async () => {
  const create = async () =>
    parseSigningKeys(JSON.stringify(await createSigningKeyFile()), 'test keys');
  [keys, others] = await Promise.all([create(), create()]);
});

describe('a proof of erasure', () => {
  it('says by the public keys alone what was erased, and which key has signed it', async () => {
    const signed = await signErasureProof(keys, PROOF);
    const verified = await verifyErasureProof(keys.publicKeys, signed);
    expect(verified).toEqual({ ...PROOF, keyId: keys.keyId });
  });

  it('is refused when a member was altered', async () => {
    const [head, , signature] = (await signErasureProof(keys, PROOF)).split('.');
    const altered = Buffer.from(JSON.stringify({ ...PROOF, scope: 'IMAGES' })).toString(
      'base64url',
    );
    const forged = [head, altered, signature].join('.');
    await expect(verifyErasureProof(keys.publicKeys, forged)).rejects.toThrow(ProofRefusedError);
  });

  it('is refused by keys that have not signed it', async () => {
    const signed = await signErasureProof(keys, PROOF);
    await expect(verifyErasureProof(others.publicKeys, signed)).rejects.toThrow(ProofRefusedError);
  });

  it('is nothing that a token can be taken for', async () => {
    const token = await new SignJWT({ ...PROOF })
      .setProtectedHeader({ alg: 'ES256', kid: keys.keyId, typ: 'JWT' })
      .sign(keys.privateKey);
    await expect(verifyErasureProof(keys.publicKeys, token)).rejects.toThrow(ProofRefusedError);
  });
});
