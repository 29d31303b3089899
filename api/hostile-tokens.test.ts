import { createPublicKey, randomUUID, type JsonWebKey } from 'node:crypto';
import { base64url, decodeJwt, generateKeyPair, SignJWT, UnsecuredJWT, exportJWK } from 'jose';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../contract/schema/envelope.js';
import {
  addPartner,
  createApiUnderTest,
  initiate,
  PUBLIC_URL,
  startSubmission,
  type ApiUnderTest,
} from '../test/support/api-under-test.js';
import { createTokenIssuer } from './tokens/token-issuer.js';

const DETAILS = '/coe/v1/submissions';
const STATUS = '/coe-partner/v1/submissions/status';

let api: ApiUnderTest;
let clientId: string;
let token: string;

beforeEach(async () => {
  api = await createApiUnderTest();
  ({ clientId, token } = await addPartner(api));
});

const readDetails = (sent: string, submissionId: string = randomUUID()) =>
  supertest(api.app).get(DETAILS).set({ 'x-onekyc-token': sent, 'x-submission-id': submissionId });

const seconds = () => Math.floor(api.clock.now().getTime() / 1000);
const claims = () => ({
  iss: PUBLIC_URL,
  sub: clientId,
  scope: 'partner',
  iat: seconds(),
  exp: seconds() + 3600,
});
const header = { alg: 'ES256', kid: 'test-1', typ: 'JWT' } as const;

/** `changed` in place of one of the three parts. */
function replacePart(jwt: string, part: 0 | 1 | 2, changed: object | string): string {
  const parts = jwt.split('.');
  parts[part] = typeof changed === 'string' ? changed : base64url.encode(JSON.stringify(changed));
  return parts.join('.');
}

describe('a forged token', () => {
  async function forge(kind: string): Promise<string> {
    const [jwk] = api.keys.publicKeys.keys;
    const publicKey = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
    const own = await generateKeyPair('ES256', { extractable: true });
    switch (kind) {
      case 'without signature, alg none':
        return new UnsecuredJWT(claims()).encode();
      case 'signed by HMAC with the public key as PEM': {
        const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
        const secret = new TextEncoder().encode(pem);
        return new SignJWT(claims()).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret);
      }
      case 'signed by HMAC with the public key as JSON': {
        const secret = new TextEncoder().encode(JSON.stringify(jwk));
        return new SignJWT(claims()).setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret);
      }
      case 'signed by another key under our kid':
        return new SignJWT(claims()).setProtectedHeader(header).sign(own.privateKey);
      case 'that brings its own key': {
        const brought = { ...header, jwk: await exportJWK(own.publicKey) };
        return new SignJWT(claims()).setProtectedHeader(brought).sign(own.privateKey);
      }
      case 'that names a key to fetch': {
        const named = { ...header, jku: 'https://evil.example/jwks.json', kid: 'evil' };
        return new SignJWT(claims()).setProtectedHeader(named).sign(own.privateKey);
      }
      case 'of another issuer':
        return new SignJWT({ ...claims(), iss: 'https://other.example' })
          .setProtectedHeader(header)
          .sign(api.keys.privateKey);
      case 'without end':
        return new SignJWT({ iss: PUBLIC_URL, sub: clientId, scope: 'partner' })
          .setProtectedHeader(header)
          .sign(api.keys.privateKey);
      case 'of an unknown scope':
        return new SignJWT({ ...claims(), scope: 'operator' })
          .setProtectedHeader(header)
          .sign(api.keys.privateKey);
      case 'of ours, were it not so long':
        return new SignJWT({ ...claims(), padding: 'x'.repeat(4096) })
          .setProtectedHeader(header)
          .sign(api.keys.privateKey);
      case 'with altered claims':
        return replacePart(token, 1, { ...decodeJwt<object>(token), sub: randomUUID() });
      case 'with a later end':
        return replacePart(token, 1, { ...decodeJwt<object>(token), exp: seconds() + 999_999 });
      case 'with the signature of another token': {
        const other = await addPartner(api, { code: 'SHOP' });
        return replacePart(token, 2, other.token.split('.')[2]!);
      }
      case 'with an empty signature':
        return replacePart(token, 2, '');
      default:
        return kind;
    }
  }

  it.each([
    'without signature, alg none',
    'signed by HMAC with the public key as PEM',
    'signed by HMAC with the public key as JSON',
    'signed by another key under our kid',
    'that brings its own key',
    'that names a key to fetch',
    'of another issuer',
    'without end',
    'of an unknown scope',
    'of ours, were it not so long',
    'with altered claims',
    'with a later end',
    'with the signature of another token',
    'with an empty signature',
    'a.b.c',
    '..',
    'null',
  ])('%s is 401', async (kind) => {
    const answer = await readDetails(await forge(kind)).expect(401);
    expect(failureEnvelope.parse(answer.body).errors).toEqual([
      { code: '110', cause: 'UNAUTHORIZED' },
    ]);
  });

  it('is told from a true one by nothing else: the true one passes', async () => {
    await readDetails(token).expect(400);
  });
});

describe('the clock', () => {
  it('ends a token to the second', async () => {
    api.clock.advance(3599);
    await readDetails(token).expect(400);
    api.clock.advance(1);
    await readDetails(token).expect(401);
  });

  it('of a process that is a minute ahead issues tokens that are good at once', async () => {
    const ahead = createTokenIssuer({
      keys: api.keys,
      issuer: PUBLIC_URL,
      now: () => new Date(api.clock.now().getTime() + 60_000),
    });
    const issued = await ahead.issue({ scope: 'partner', subject: clientId, lifetimeSeconds: 60 });
    await readDetails(issued.token).expect(400);
  });
});

describe('a token of somebody else', () => {
  it('of another partner finds no submission of this one', async () => {
    const { submissionId, headers } = await startSubmission(api, token, 'session-1');
    const other = await addPartner(api, { code: 'SHOP' });
    const answer = await readDetails(other.token, submissionId).expect(400);
    expect(failureEnvelope.parse(answer.body).errors[0]!.code).toBe('1552');
    await supertest(api.app)
      .get(STATUS)
      .set({ ...headers, 'x-onekyc-token': other.token })
      .expect(400);
    await supertest(api.app)
      .post('/coe-partner/v1/submissions/cancel')
      .set({ 'x-onekyc-token': other.token, 'x-submission-id': submissionId })
      .expect(400);
    expect(api.runs.cancelled).toEqual([]);
  });

  it('of another partner begins a session of its own under the same session id', async () => {
    await startSubmission(api, token, 'session-1');
    const other = await addPartner(api, { code: 'SHOP' });
    const headers = { 'x-onboarding-partner': 'SHOP-SDK-KTP_SCAN' };
    await initiate(api.app, { token: other.token, headers }).expect(200);
    expect(api.submissions.all().map(({ partnerCode }) => partnerCode)).toEqual(['ACME', 'SHOP']);
  });

  it.each([
    ['SANDBOX', 'PRODUCTION'],
    ['PRODUCTION', 'SANDBOX'],
  ] as const)('of the %s does not reach a submission of %s', async (mine, theirs) => {
    const began = await addPartner(api, { environment: theirs });
    const named = { 'x-partner-session-id': 'session-1', 'x-partner-user-id': 'SANDBOX-VALID' };
    const { submissionId, headers } = await startSubmission(api, began.token, 'session-1', {
      userId: 'SANDBOX-VALID',
    });
    const { token: other } = await addPartner(api, { environment: mine });
    const answer = await readDetails(other, submissionId).expect(400);
    expect(failureEnvelope.parse(answer.body).errors[0]!.code).toBe('1552');
    await supertest(api.app)
      .get(STATUS)
      .set({ ...headers, 'x-onekyc-token': other })
      .expect(400);
    await initiate(api.app, { token: other, headers: named }).expect(409);
    await initiate(api.app, { token: began.token, headers: named }).expect(200);
  });

  it('of another user opens no other submission, whatever the headers name', async () => {
    const mine = await startSubmission(api, token, 'session-1');
    const theirs = await startSubmission(api, token, 'session-2');
    for (const changed of [
      { 'x-partner-session-id': 'session-2' },
      { 'x-submission-id': theirs.submissionId },
      { 'x-submission-id': theirs.submissionId, 'x-partner-session-id': 'session-2' },
    ]) {
      const headers = { ...mine.headers, ...changed };
      await supertest(api.app).get(STATUS).set(headers).expect(403);
      await supertest(api.app)
        .get('/coe-partner/v1/submissions/url?submissionType=KTP_SCAN')
        .set(headers)
        .expect(403);
    }
    await supertest(api.app)
      .put('/coe-partner/v1/submissions/url')
      .set(mine.headers)
      .send({ submissionId: theirs.submissionId })
      .expect(403);
  });

  it('of a user does nothing that is a partner’s, and the other way round', async () => {
    const { submissionId, userToken, headers } = await startSubmission(api, token);
    await readDetails(userToken, submissionId).expect(403);
    await initiate(api.app, { token: userToken }).expect(403);
    await supertest(api.app)
      .get('/coe-partner/v1/submissions/url?submissionType=KTP_SCAN')
      .set({ ...headers, 'x-onekyc-token': token })
      .expect(403);
  });
});
