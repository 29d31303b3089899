import { ApplicationFailure } from '@temporalio/common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FailureType } from '../../activities/failure-type.js';
import type { OutboundAnswer, OutboundClient } from '../../activities/outbound/outbound-client.js';
import { askForImageUrl } from '../../activities/reference-image/ask-for-image-url.js';
import { downloadImage } from '../../activities/reference-image/download-image.js';
import { recogniseImage } from '../../contract/image-type.js';
import { createChance, drawTinyJpeg } from '../../contract/testing/tiny-jpeg.js';
import {
  changedBytes,
  changedJson,
  changedText,
  hostileJson,
  hostileText,
  writeJson,
} from './hostile.js';
import { expectSilent, PERSONAL, settings, settle } from './properties.js';

const SUBJECT = {
  partnerCode: 'SHOP',
  partnerSessionId: PERSONAL,
  partnerUserId: `user-${PERSONAL}`,
  partnerUserIdType: 'SHOP_USER_ID',
};
const SOURCE = {
  partnerCode: 'SHOP',
  url: 'https://shop.example/coe/reference-image-url',
  method: 'GET',
  headers: { authorization: PERSONAL },
  imageHosts: [],
} as const;
const SOUND = { success: true, data: { url: 'https://img.example/1.png', expires_at: '1' } };
const REFUSAL = { success: false, errors: [{ code: 'NO_IMAGE', cause: PERSONAL }] };

const status = fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 599 }));
const bodyEnd = fc.constantFrom('COMPLETE', 'TOO_LARGE', 'BROKEN_OFF' as const);

function answering(answer: OutboundAnswer): OutboundClient {
  return { send: () => Promise.resolve(answer) };
}

function expectUnavailable(error: unknown): void {
  expect(error).toBeInstanceOf(ApplicationFailure);
  expect(error).toMatchObject({
    type: FailureType.ReferenceImageUnavailable,
    cause: undefined,
  });
  expectSilent(error);
}

describe('what a partner answers for the address of an image', () => {
  const text = fc.oneof(
    fc.oneof(changedJson(SOUND), changedJson(REFUSAL), hostileJson).map(writeJson),
    changedText(JSON.stringify(SOUND)),
    hostileText,
  );

  it('is a web address, or unavailable without a word of the answer', async () => {
    await fc.assert(
      fc.asyncProperty(text, status, bodyEnd, async (body, httpStatus, end) => {
        const client = answering({
          httpStatus,
          headers: {},
          body: Buffer.from(body),
          bodyEnd: end,
        });
        const question = { source: SOURCE, subject: SUBJECT, privateNetworks: [] };
        const { value, error } = await settle(askForImageUrl(client, question));
        if (value === null) {
          expectUnavailable(error);
          return;
        }
        expect(new URL(value).protocol).toMatch(/^https?:$/);
      }),
      settings(),
    );
  });
});

describe('what is downloaded as an image', () => {
  const jpeg = fc.integer().map((seed) => drawTinyJpeg(createChance(seed)));
  const type = fc.oneof(fc.constantFrom('image/jpeg', 'image/png'), hostileText);
  const url = fc.oneof(
    fc.constant('https://img.example/1.png'),
    fc.webUrl(),
    fc.webUrl({ withQueryParameters: true }),
  );

  it('begins like what it says it is, or is unavailable', async () => {
    const given = fc.oneof(jpeg, jpeg.chain(changedBytes), fc.uint8Array());
    await fc.assert(
      fc.asyncProperty(given, type, status, bodyEnd, url, async (body, name, code, end, at) => {
        const headers = { 'content-type': name };
        const client = answering({ httpStatus: code, headers, body, bodyEnd: end });
        const place = { url: at, imageHosts: ['img.example'], privateNetworks: [] };
        const { value, error } = await settle(downloadImage(client, place));
        if (value === null) {
          expectUnavailable(error);
          return;
        }
        expect(recogniseImage(value.bytes)).toBe(value.type);
        expect(new URL(at).hostname).toBe('img.example');
      }),
      settings(),
    );
  });
});
