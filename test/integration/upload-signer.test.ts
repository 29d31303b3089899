import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import type { CapturePlace } from '../../contract/capture.js';
import { createCaptureStore } from '../../storage/capture-store.js';
import { createUploadStore } from '../../storage/upload-store.js';
import { createMemoryDataKeys } from '../support/memory-data-keys.js';
import type {} from '../support/platform-context.js';

const { storage } = inject('platform');
const uploads = createUploadStore(storage);
const captures = createCaptureStore(storage, createMemoryDataKeys());

const placeOf = (documentType: CapturePlace['documentType']): CapturePlace => ({
  submissionId: randomUUID(),
  attempt: 1,
  documentType,
});

const put = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, { method: 'PUT', headers, body: 'a picture' });

it('a presigned address takes the picture it is for', async () => {
  const place = placeOf('KTP');
  expect(await uploads.readSize(place)).toBeNull();
  expect((await put(await uploads.presign(place, 60))).status).toBe(200);
  expect(await uploads.readSize(place)).toBe('a picture'.length);
  expect(Buffer.from((await uploads.fetch(place))!).toString()).toBe('a picture');
});

it('a presigned address copies nobody’s picture, not even its owner’s reference image', async () => {
  const bytes = Buffer.from('the card of somebody else');
  const victim = await captures.keep({ ...placeOf('KTP'), partnerCode: 'SHOP', bytes });
  const place = placeOf('SELFIE');
  const url = await uploads.presign(place, 60);
  const copy = await put(url, { 'x-amz-copy-source': `/${storage.bucket}/${victim.key}` });
  expect(copy.status).toBe(403);
  expect(await uploads.fetch(place)).toBeNull();
});

it.each(['GET', 'HEAD', 'DELETE'])('a presigned address does not answer %s', async (method) => {
  const place = placeOf('KTP');
  const url = await uploads.presign(place, 60);
  await put(url);
  expect((await fetch(url, { method })).status).toBe(403);
  expect(await uploads.fetch(place)).not.toBeNull();
});

it('session credentials are asked for once, also by many at the same moment', async () => {
  const urls = await Promise.all(
    Array.from({ length: 5 }, () => uploads.presign(placeOf('KTP'), 60)),
  );
  const names = urls.map((url) => new URL(url).searchParams.get('X-Amz-Credential'));
  expect(new Set(names).size).toBe(1);
  expect(names[0]).not.toContain(storage.accessKey);
});

it('an object store that refuses the access key is told by its code, and not as away', async () => {
  const withoutKey = createUploadStore({ ...storage, secretKey: randomUUID() });
  const failure: unknown = await withoutKey
    .presign(placeOf('KTP'), 60)
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'StorageError', isUnavailable: false });
  expect(String(failure)).toContain('(AccessDenied)');
});

it('a presigned address of before captures were sealed reaches none that is', async () => {
  const bytes = Buffer.from('what was judged');
  const place = placeOf('KTP');
  const kept = await captures.keep({ ...place, partnerCode: 'SHOP', bytes });
  await put(await uploads.presign(place, 60));
  expect(Buffer.from(await captures.fetch(kept.key)).toString()).toBe('what was judged');
});
