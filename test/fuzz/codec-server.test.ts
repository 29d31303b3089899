import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import fc from 'fast-check';
import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KeyRing } from '../../keys/key-ring.js';
import { createLogger } from '../../logging/logger.js';
import { createCodecApp } from '../../temporal/codec-app.js';
import { createEncryptionCodec } from '../../temporal/encryption-codec.js';
import { captureLog } from '../support/capture-log.js';
import { changedJson, changedText, hostileJson, writeJson } from './hostile.js';
import { expectCleanPrototype, PERSONAL, settings } from './properties.js';

const TOKEN = 'x'.repeat(32);
const ring: KeyRing = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };

describe('the codec server', () => {
  let sealed: unknown;
  beforeAll(async () => {
    const [payload] = await createEncryptionCodec(ring).encode([
      defaultPayloadConverter.toPayload(PERSONAL),
    ]);
    const metadata = Object.fromEntries(
      Object.entries(payload?.metadata ?? {}).map(([name, value]) => [
        name,
        Buffer.from(value).toString('base64'),
      ]),
    );
    const data = Buffer.from(payload?.data ?? []).toString('base64');
    sealed = { payloads: [{ metadata, data }] };
  });

  it('decodes what was sealed and refuses the rest, whatever is sent', async () => {
    const log = captureLog();
    const app = createCodecApp({
      codec: createEncryptionCodec(ring),
      record: () => Promise.resolve(),
      token: TOKEN,
      uiOrigin: 'http://localhost:8233',
      logger: createLogger('codec', 'debug', log.destination),
      now: () => new Date(),
    });
    const text = fc.oneof(changedJson(sealed), hostileJson).map(writeJson);
    const body = fc.oneof(text, changedText(JSON.stringify(sealed)));
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const answer = await supertest(app)
          .post('/decode')
          .set({ authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' })
          .send(sent);
        expect([200, 400]).toContain(answer.status);
        expect(answer.text).not.toMatch(/node_modules|\.ts:\d/);
      }),
      settings(),
    );
    expect(log.lines.join('')).not.toContain(PERSONAL);
    expectCleanPrototype();
  });
});
