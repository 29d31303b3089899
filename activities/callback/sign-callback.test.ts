import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { CallbackSecretError, signCallback } from './sign-callback.js';

const newSecret = () => `whsec_${randomBytes(24).toString('base64')}`;
const message = {
  id: 'msg_1',
  timestamp: Math.floor(Date.now() / 1000),
  body: '{"status":"COMPLETED","name":"é"}',
};

describe('signCallback', () => {
  it('signs so that the standardwebhooks library verifies', () => {
    const secret = newSecret();
    const headers = signCallback(message, [secret]);
    expect(new Webhook(secret).verify(message.body, headers)).toEqual(JSON.parse(message.body));
  });

  it('signs with both secrets while a partner rotates', () => {
    const [newer, older] = [newSecret(), newSecret()];
    const headers = signCallback(message, [newer, older]);
    for (const secret of [newer, older]) {
      expect(() => new Webhook(secret).verify(message.body, headers)).not.toThrow();
    }
    expect(() => new Webhook(newSecret()).verify(message.body, headers)).toThrow();
  });

  it('does not verify a changed body', () => {
    const secret = newSecret();
    const headers = signCallback(message, [secret]);
    expect(() => new Webhook(secret).verify(`${message.body} `, headers)).toThrow();
  });

  it.each([
    ['without its prefix', randomBytes(24).toString('base64')],
    ['that is too short', `whsec_${randomBytes(23).toString('base64')}`],
    ['that is too long', `whsec_${randomBytes(65).toString('base64')}`],
  ])('refuses a secret %s without quoting it', (_case, secret) => {
    const sign = () => signCallback(message, [secret]);
    expect(sign).toThrow(CallbackSecretError);
    expect(sign).not.toThrow(secret);
  });
});
