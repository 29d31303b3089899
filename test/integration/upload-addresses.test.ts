import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { uploadKey, type UploadPlace } from '../../contract/capture.js';
import { createCaptureStore } from '../../storage/capture-store.js';
import { ensureUploadAccount } from '../../storage/ensure-upload-account.js';
import { createObjectClient } from '../../storage/object-client.js';
import { readObjectSize } from '../../storage/read-object.js';
import { createUploadStore } from '../../storage/upload-store.js';
import { createMemoryDataKeys } from '../support/memory/data-keys.js';
import { packTar } from '../support/pack-tar.js';
import type {} from '../support/platform-context.js';

const { storage } = inject('platform');
const client = createObjectClient(storage, storage.url);
const uploads = createUploadStore(storage);
const captures = createCaptureStore(storage, createMemoryDataKeys());

const placeOf = (documentType: UploadPlace['documentType']): UploadPlace => ({
  submissionId: randomUUID(),
  attempt: 1,
  documentType,
});

const put = (
  url: string | URL,
  headers: Readonly<Record<string, string>> = {},
  body: string | Buffer = 'a picture',
) => fetch(url, { method: 'PUT', headers, body: new Uint8Array(Buffer.from(body)) });

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

it('a presigned address of before captures were sealed reaches none that is', async () => {
  const bytes = Buffer.from('what was judged');
  const place = placeOf('KTP');
  const kept = await captures.keep({ ...place, partnerCode: 'SHOP', bytes });
  await put(await uploads.presign(place, 60));
  expect(Buffer.from(await captures.fetch(kept.key)).toString()).toBe('what was judged');
});

it('a presigned address tells nothing of the key that our processes have', async () => {
  const { searchParams } = new URL(await uploads.presign(placeOf('KTP'), 60));
  expect([...searchParams.keys()].sort()).toEqual([
    'X-Amz-Algorithm',
    'X-Amz-Credential',
    'X-Amz-Date',
    'X-Amz-Expires',
    'X-Amz-Signature',
    'X-Amz-SignedHeaders',
  ]);
  expect(searchParams.get('X-Amz-Credential')).not.toContain(storage.accessKey);
});

it('an object store that does not know our key is told by its code', async () => {
  const stranger = { ...storage, secretKey: randomUUID() };
  const preparing = ensureUploadAccount(createObjectClient(stranger, storage.url), stranger);
  await expect(preparing).rejects.toMatchObject({ name: 'StorageError', isUnavailable: false });
  await expect(preparing).rejects.toThrow('(SignatureDoesNotMatch)');
});

/**
 * With this header MinIO looks at no signature where the key is named in the address alone (CVE-2026-41145), and
 * where an archive is to be unpacked (CVE-2026-40344).
 */
describe('a PUT that says of itself that it is not signed', () => {
  const UNSIGNED = {
    'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'x-amz-decoded-content-length': '5',
  };
  const IN_CHUNKS = '5\r\nhello\r\n0\r\n';

  /** As an address is, but for the signature. */
  async function addressOf(key: string, accessKey?: string): Promise<URL> {
    const signed = new URL(await uploads.presign(placeOf('KTP'), 60));
    const credential = signed.searchParams.get('X-Amz-Credential')!;
    const url = new URL(`${storage.url}/${storage.bucket}/${key}`);
    url.searchParams.set(
      'X-Amz-Credential',
      accessKey === undefined ? credential : credential.replace(/^[^/]+/, accessKey),
    );
    return url;
  }

  const sizeOf = (key: string) => readObjectSize(client, { bucket: storage.bucket, key });

  it('is taken by this release for our own key, whose name is a secret therefore', async () => {
    const key = `captures/${randomUUID()}/1/KTP`;
    expect((await put(await addressOf(key, storage.accessKey), UNSIGNED, IN_CHUNKS)).status).toBe(
      200,
    );
    expect(await sizeOf(key)).toBe(5);
    const archive = {
      ...{ 'x-amz-content-sha256': UNSIGNED['x-amz-content-sha256'] },
      'x-amz-meta-snowball-auto-extract': 'true',
    };
    const packed = packTar(key.replace(/KTP$/, 'SELFIE'), Buffer.from('hello'));
    expect((await put(await addressOf('any', storage.accessKey), archive, packed)).status).toBe(
      200,
    );
    expect(await sizeOf(key.replace(/KTP$/, 'SELFIE'))).toBe(5);
  });

  it.each([
    ['an upload of somebody else', uploadKey(placeOf('KTP')), {}],
    ['a confirmed capture', `captures/${randomUUID()}/1/KTP`, {}],
    ['an upload, said to be signed', uploadKey(placeOf('KTP')), { authType: 'REST-QUERY-STRING' }],
    [
      'an upload, with another header besides',
      uploadKey(placeOf('KTP')),
      { 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD' },
    ],
    [
      'a part of an upload',
      uploadKey(placeOf('KTP')),
      { partNumber: '1', uploadId: randomUUID().replaceAll('-', '') },
    ],
  ])('does not put %s by the key in an address', async (_case, key, feigned) => {
    const url = await addressOf(key);
    for (const [name, value] of Object.entries(feigned)) url.searchParams.set(name, value);
    const headers = { ...UNSIGNED, authtype: 'REST-QUERY-STRING' };
    expect((await put(url, headers, IN_CHUNKS)).status).toBe(403);
    expect(await sizeOf(key)).toBeNull();
  });
});

describe('an archive', () => {
  const EXTRACT = { 'x-amz-meta-snowball-auto-extract': 'true' };
  const UNSIGNED = { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' };
  const prefix = (value: string) => ({ 'x-amz-meta-minio-snowball-prefix': value });

  it.each([
    ['by itself', () => ({})],
    ['below uploads', () => prefix('uploads')],
    ['below the own upload', (place: UploadPlace) => prefix(uploadKey(place))],
    ['without a signature', (place: UploadPlace) => ({ ...prefix(uploadKey(place)), ...UNSIGNED })],
  ])('is not unpacked at a presigned address: %s', async (_case, headersOf) => {
    const own = placeOf('KTP');
    const other = placeOf('KTP');
    const packed = packTar(uploadKey(other), Buffer.from('another picture'));
    const url = await uploads.presign(own, 60);
    expect((await put(url, { ...EXTRACT, ...headersOf(own) }, packed)).status).toBe(403);
    expect(await uploads.readSize(own)).toBeNull();
    const listed = client.listObjectsV2(storage.bucket, '', true) as AsyncIterable<{
      readonly name?: string;
    }>;
    const names: string[] = [];
    for await (const { name = '' } of listed) names.push(name);
    expect(names.filter((name) => name.includes(other.submissionId))).toEqual([]);
  });
});
