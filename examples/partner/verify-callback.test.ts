import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CALLBACK_SECRET, signCallback } from './testing/fake-kenali.js';
import { CallbackRefused, verifyCallback } from './verify-callback.js';

const body = { submissionId: 's-1', status: 'COMPLETED', result: 'VALID', reasonCode: null };

function verify({ text, headers }: ReturnType<typeof signCallback>) {
  return verifyCallback([CALLBACK_SECRET], Buffer.from(text), headers);
}

/** The status and message of the refusal, or null when the callback was accepted. */
function refusalOf(signed: ReturnType<typeof signCallback>) {
  try {
    verify(signed);
    return null;
  } catch (error) {
    return error instanceof CallbackRefused ? [error.status, error.message] : error;
  }
}

describe('verifying a callback', () => {
  it('accepts one that was signed with the secret', () => {
    expect(verify(signCallback(body, { id: 'msg_7' }))).toEqual({ webhookId: 'msg_7', body });
  });

  it('accepts one signed with two secrets while they are rotated', () => {
    const signed = signCallback(body);
    const other = signCallback(body, { secret: `whsec_${randomBytes(32).toString('base64')}` });
    const both = `${String(other.headers['webhook-signature'])} ${String(signed.headers['webhook-signature'])}`;
    const headers = { ...signed.headers, 'webhook-signature': both };
    expect(refusalOf({ ...signed, headers })).toBeNull();
  });

  it('accepts either of two secrets of ours while they are rotated', () => {
    const next = `whsec_${randomBytes(32).toString('base64')}`;
    for (const secret of [CALLBACK_SECRET, next]) {
      const { text, headers } = signCallback(body, { secret });
      const verified = verifyCallback([CALLBACK_SECRET, next], Buffer.from(text), headers);
      expect(verified.body).toEqual(body);
    }
  });

  it('accepts nothing without a secret', () => {
    const { text, headers } = signCallback(body);
    expect(() => verifyCallback([], Buffer.from(text), headers)).toThrow(CallbackRefused);
  });

  it('refuses another secret', () => {
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    expect(refusalOf(signCallback(body, { secret }))).toEqual([401, 'No matching signature found']);
  });

  it('refuses a body of which one character was changed', () => {
    const signed = signCallback(body);
    const text = signed.text.replace('"VALID"', '"valid"');
    expect(refusalOf({ ...signed, text })).toEqual([401, 'No matching signature found']);
  });

  it('refuses a timestamp older or newer than five minutes', () => {
    const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    expect(refusalOf(signCallback(body, { at: minutesFromNow(-4) }))).toBeNull();
    expect(refusalOf(signCallback(body, { at: minutesFromNow(-6) }))).toEqual([
      401,
      'Message timestamp too old',
    ]);
    expect(refusalOf(signCallback(body, { at: minutesFromNow(6) }))).toEqual([
      401,
      'Message timestamp too new',
    ]);
  });

  it('refuses one whose id or time was changed after signing', () => {
    const signed = signCallback(body);
    const later = String(Number(signed.headers['webhook-timestamp']) + 1);
    for (const changed of [{ 'webhook-id': 'msg_2' }, { 'webhook-timestamp': later }]) {
      const headers = { ...signed.headers, ...changed };
      expect(refusalOf({ ...signed, headers })).toEqual([401, 'No matching signature found']);
    }
  });

  it('refuses one without signature headers', () => {
    expect(refusalOf({ ...signCallback(body), headers: {} })).toEqual([
      401,
      'Missing required headers',
    ]);
  });

  it('refuses a well-signed body of another form', () => {
    expect(refusalOf(signCallback({ hello: 'world' }))).toEqual([
      400,
      'the body is not a callback',
    ]);
  });
});
