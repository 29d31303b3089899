import { createHash } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger, type LogEntry } from '@temporalio/worker';
import { beforeEach, expect, it } from 'vitest';
import { captureKey, type CaptureRef } from '../../contract/capture.js';
import type { WrappedDataKey } from '../../keys/data-keys.js';
import { StoreError } from '../../db/store-error.js';
import { KeyServiceError } from '../../keys/key-errors.js';
import { StorageError } from '../../storage/storage-error.js';
import { createMemoryDataKeys, newKeyRing } from '../../test/support/memory/data-keys.js';
import { guardActivity } from '../failure.js';
import { loadCapture, type LoadedCapture } from './load-capture.js';

const BYTES = Buffer.from('bytes of a picture');
const sha256 = createHash('sha256').update(BYTES).digest('hex');
const place = { submissionId: 'a-submission', attempt: 1, documentType: 'KTP' } as const;
const ref: CaptureRef = {
  documentType: 'KTP',
  key: captureKey(place, sha256),
  sha256,
  bytes: BYTES.length,
};

let logged: LogEntry[];

beforeEach(() => {
  logged = [];
});

/** As an activity does it: what is thrown comes out as Temporal gets it. */
function load(fetch: (key: string) => Promise<Uint8Array>): Promise<LoadedCapture> {
  const decodeImage = () => Promise.resolve({ width: 1, height: 1, data: new Uint8Array(3) });
  const source = { captures: { fetch }, models: { decodeImage } };
  const logger = new DefaultLogger('WARN', (entry) => logged.push(entry));
  const activity = guardActivity(() => loadCapture(source, ref));
  return new MockActivityEnvironment({}, { logger }).run(activity);
}

it('fails for now, and blames no photograph, when the master key of what is stored is lost', async () => {
  const [ring, rows] = [newKeyRing(), [] as WrappedDataKey[]];
  const sealed = await createMemoryDataKeys(ring, rows).seal('SHOP', BYTES, ref.key);
  for (const other of [newKeyRing('k1'), newKeyRing('k2')]) {
    const lost = createMemoryDataKeys(other, rows);
    await expect(load((key) => lost.open(sealed, key))).rejects.toMatchObject({
      type: 'KeyUnavailable',
      nonRetryable: false,
    });
  }
});

it('fails for now when the data key is not there, or the key service is away', async () => {
  const sealed = await createMemoryDataKeys().seal('SHOP', BYTES, ref.key);
  const away = new KeyServiceError('decrypt', null, true);
  for (const fetch of [
    (key: string) => createMemoryDataKeys().open(sealed, key),
    () => Promise.reject(away),
  ]) {
    await expect(load(fetch)).rejects.toMatchObject({
      type: 'KeyUnavailable',
      nonRetryable: false,
    });
  }
});

it('blames the service that was away, and the object store for nothing but its own', async () => {
  for (const [type, error] of [
    ['StorageUnavailable', new StorageError('fetching a capture', 'ECONNREFUSED', true)],
    ['DatabaseUnavailable', new StoreError('finding a data key', 'ECONNREFUSED', null)],
    ['Unexpected', new TypeError('of ours')],
  ] as const) {
    const loading = load(() => Promise.reject(error));
    await expect(loading).rejects.toMatchObject({ type, nonRetryable: false });
  }
});

it('asks again for a photograph whose seal was broken, and tells the operator of it', async () => {
  const dataKeys = createMemoryDataKeys();
  const sealed = await dataKeys.seal('SHOP', BYTES, ref.key);
  const loaded = await load(() => dataKeys.open(sealed, 'captures/another'));
  expect(loaded).toEqual({ image: null, unusable: 'KTP_NOT_READABLE' });
  expect(logged).toMatchObject([
    { message: 'the seal of a capture was broken after its confirm', meta: { key: ref.key } },
  ]);
});
