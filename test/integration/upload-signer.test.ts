import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { captureKey } from '../../contract/capture.js';
import { createCaptureStore } from '../../storage/capture-store.js';
import type {} from '../support/platform-context.js';

const { storage } = inject('platform');
const store = createCaptureStore(storage);

const put = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, { method: 'PUT', headers, body: 'a picture' });

it('a presigned address takes the picture it is for', async () => {
  const key = captureKey(randomUUID(), 1, 'KTP');
  expect((await put(await store.presignUpload(key, 60))).status).toBe(200);
  expect(await store.describe(key)).toMatchObject({ bytes: 'a picture'.length });
});

it('a presigned address copies nobody’s picture, not even its owner’s reference image', async () => {
  const victim = captureKey(randomUUID(), 1, 'KTP');
  await store.put(victim, Buffer.from('the card of somebody else'), 'image/jpeg');
  const key = captureKey(randomUUID(), 1, 'SELFIE');
  const url = await store.presignUpload(key, 60);
  const copy = await put(url, { 'x-amz-copy-source': `/${storage.bucket}/${victim}` });
  expect(copy.status).toBe(403);
  expect(await store.describe(key)).toBeNull();
});

it.each(['GET', 'HEAD', 'DELETE'])('a presigned address does not answer %s', async (method) => {
  const key = captureKey(randomUUID(), 1, 'KTP');
  const url = await store.presignUpload(key, 60);
  await put(url);
  expect((await fetch(url, { method })).status).toBe(403);
  expect(await store.describe(key)).not.toBeNull();
});

it('session credentials are asked for once, also by many at the same moment', async () => {
  const urls = await Promise.all(
    Array.from({ length: 5 }, () => store.presignUpload(captureKey(randomUUID(), 1, 'KTP'), 60)),
  );
  const names = urls.map((url) => new URL(url).searchParams.get('X-Amz-Credential'));
  expect(new Set(names).size).toBe(1);
  expect(names[0]).not.toContain(storage.accessKey);
});
