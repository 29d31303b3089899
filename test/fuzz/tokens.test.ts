import fc from 'fast-check';
import { SignJWT, type JWTPayload } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { ApiError } from '../../api/errors.js';
import { createTokenIssuer } from '../../api/tokens/token-issuer.js';
import {
  ProofRefusedError,
  signErasureProof,
  verifyErasureProof,
} from '../../keys/erasure-proofs.js';
import { parseSigningKeys, type SigningKeys } from '../../keys/signing-keys.js';
import { PROOF } from '../support/drawn-proof.js';
import { createSigningKeyFile } from '../support/signing-key-file.js';
import { changedText, hostileJson, hostileText } from './hostile.js';
import { expectSilent, settings, settle } from './properties.js';

const ISSUER = 'https://kenali.example';
const NOW = new Date('2026-11-23T02:00:00Z');
const SECONDS = NOW.getTime() / 1000;

let keys: SigningKeys;
let token: string;
let proof: string;
let issuer: ReturnType<typeof createTokenIssuer>;

beforeAll(async () => {
  keys = await parseSigningKeys(JSON.stringify(await createSigningKeyFile()), 'test keys');
  issuer = createTokenIssuer({ keys, issuer: ISSUER, now: () => NOW });
  const grant = { scope: 'user', subject: 'submission-1', lifetimeSeconds: 60 } as const;
  ({ token } = await issuer.issue(grant));
  proof = await signErasureProof(keys, PROOF);
});

/** @returns whether it was let in */
async function isLetIn(given: string): Promise<boolean> {
  const { error } = await settle(issuer.verify(given));
  if (error === null) return true;
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ statusCode: 401 });
  expectSilent(error);
  return false;
}

describe('a token', () => {
  it('that was changed anywhere is refused like any other, or says the same', async () => {
    const [head = '', body = '', signature = ''] = token.split('.');
    const given = fc.oneof(
      changedText(token),
      fc
        .tuple(hostileText, hostileText, hostileText)
        .map((parts) => parts.map(toBase64Url).join('.')),
      fc
        .tuple(hostileJson, hostileJson)
        .map(([one, other]) => `${toBase64Url(one)}.${toBase64Url(other)}.${signature}`),
      hostileJson.map((one) => `${head}.${toBase64Url(one)}.${signature}`),
      hostileJson.map((one) => `${toBase64Url(one)}.${body}.${signature}`),
      hostileText,
    );
    await fc.assert(
      fc.asyncProperty(given, async (one) => {
        if (!(await isLetIn(one))) return;
        expect(await issuer.verify(one)).toEqual(await issuer.verify(token));
      }),
      settings(),
    );
  });

  it('with any claims under our own signature says who it is of, or is refused', async () => {
    const claims = fc.record(
      {
        iss: fc.oneof(fc.constant(ISSUER), hostileJson),
        sub: fc.oneof(fc.constant('submission-1'), hostileJson),
        scope: fc.oneof(fc.constantFrom('user', 'partner', 'grant'), hostileJson),
        handoff: hostileJson,
        aud: hostileJson,
        nbf: fc.oneof(fc.constant(SECONDS), hostileJson),
        exp: fc.oneof(fc.constantFrom(SECONDS + 60, SECONDS, SECONDS - 60), hostileJson),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(claims, async (given) => {
        const signed = await new SignJWT(given as JWTPayload)
          .setProtectedHeader({ alg: 'ES256', kid: keys.keyId, typ: 'JWT' })
          .sign(keys.privateKey);
        if (!(await isLetIn(signed))) return;
        expect(given.iss).toBe(ISSUER);
        expect(['user', 'partner', 'grant']).toContain(given.scope);
        expect(Number(given.exp)).toBeGreaterThan(SECONDS);
        expect(typeof given.sub).toBe('string');
      }),
      settings(),
    );
  });

  it('of another type is none, though our key has signed it', async () => {
    const types = fc.oneof(fc.constantFrom('kenali-erasure+jwt', 'at+jwt', ''), fc.string());
    await fc.assert(
      fc.asyncProperty(types, async (typ) => {
        const signed = await new SignJWT({ scope: 'user' })
          .setProtectedHeader({ alg: 'ES256', kid: keys.keyId, typ })
          .setIssuer(ISSUER)
          .setSubject('submission-1')
          .setExpirationTime(SECONDS + 60)
          .sign(keys.privateKey);
        const isOurs = /^(application\/)?jwt$/i.test(typ);
        expect(await isLetIn(signed)).toBe(isOurs);
      }),
      settings({ share: 0.2 }),
    );
  });
});

describe('a proof of erasure', () => {
  it('that was changed anywhere is refused by its own error, or says the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(changedText(proof), hostileText), async (given) => {
        const { value, error } = await settle(verifyErasureProof(keys.publicKeys, given));
        // A signature can be written in several ways: the last of its letters has bits to spare.
        if (value !== null) {
          expect(value).toEqual({ ...PROOF, keyId: keys.keyId });
          return;
        }
        expect(error).toBeInstanceOf(ProofRefusedError);
        expectSilent(error);
      }),
      settings(),
    );
  });

  it('that says anything else under our own signature is refused by its own error', async () => {
    await fc.assert(
      fc.asyncProperty(hostileJson, async (said) => {
        const signed = await new SignJWT({ said })
          .setProtectedHeader({ alg: 'ES256', kid: keys.keyId, typ: 'JWT' })
          .sign(keys.privateKey);
        const { error } = await settle(verifyErasureProof(keys.publicKeys, signed));
        expect(error).toBeInstanceOf(ProofRefusedError);
      }),
      settings({ share: 0.2 }),
    );
  });
});

function toBase64Url(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return Buffer.from(text).toString('base64url');
}
