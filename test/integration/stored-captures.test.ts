import { randomUUID } from 'node:crypto';
import { beforeAll, expect, inject, it } from 'vitest';
import { captureKey } from '../../contract/capture.js';
import { createCaptureStore } from '../../storage/capture-store.js';
import { prepareObjectStore } from '../../storage/prepare-object-store.js';
import { createObjectClient } from '../../storage/object-client.js';
import { readObject } from '../../storage/read-object.js';
import { createMemoryDataKeys } from '../support/memory/data-keys.js';
import type {} from '../support/platform-context.js';

const { storage } = inject('platform');
const client = createObjectClient(storage, storage.url);
const store = createCaptureStore(storage, createMemoryDataKeys());
const place = { submissionId: randomUUID(), attempt: 1, documentType: 'KTP' } as const;
const bytes = Buffer.from('a picture of a card');

let key: string;

beforeAll(async () => {
  key = (await store.keep({ ...place, partnerCode: 'SHOP', bytes })).key;
});

const readStored = async (name: string) =>
  Buffer.from((await readObject(client, { bucket: storage.bucket, key: name, maxBytes: 1e6 }))!);

it('a kept capture lies sealed in the object store, and opens', async () => {
  expect((await readStored(key)).includes(bytes)).toBe(false);
  expect(await store.fetch(key)).toEqual(bytes);
});

it('a sealed capture that was copied over another one does not open there', async () => {
  const other = await store.keep({ ...place, partnerCode: 'SHOP', bytes: Buffer.from('other') });
  const sealed = await readStored(key);
  await client.putObject(storage.bucket, other.key, sealed, sealed.length);
  await expect(store.fetch(other.key)).rejects.toMatchObject({ name: 'SealBrokenError' });
});

it('a picture in clear is not taken for a sealed one', async () => {
  const name = captureKey({ ...place, attempt: 2 }, 'ab'.repeat(32));
  await client.putObject(storage.bucket, name, bytes, bytes.length);
  await expect(store.fetch(name)).rejects.toMatchObject({ name: 'SealBrokenError' });
});

it('uploads are forgotten by the object store when nobody confirmed them in any session', async () => {
  const lifecycle = await client.getBucketLifecycle(storage.bucket);
  expect(JSON.stringify(lifecycle)).toMatch(/"Prefix":"uploads\/".*"Days":"?31\b/);
});

it('rules of the operator stay when ours is put, and ours is there once', async () => {
  const options = { ...storage, bucket: `rules-${randomUUID()}` };
  await prepareObjectStore(options);
  const rule = (ID: string, Prefix: string, Days: number) => ({
    ...{ ID, Status: 'Enabled', Filter: { Prefix }, Expiration: { Days } },
  });
  const rules = [rule('keep', '007/ & more', 400), rule('forget-uploads', 'uploads/', 7)];
  await client.setBucketLifecycle(options.bucket, { Rule: rules });
  await prepareObjectStore(options);
  await prepareObjectStore(options);
  const { Rule } = (await client.getBucketLifecycle(options.bucket)) as { Rule: unknown[] };
  expect(Rule).toHaveLength(2);
  expect(Rule).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ID: 'keep',
        Filter: { Prefix: '007/ & more' },
        Expiration: { Days: 400 },
      }),
      expect.objectContaining({ ID: 'forget-uploads', Expiration: { Days: 31 } }),
    ]),
  );
});
