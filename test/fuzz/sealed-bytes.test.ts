import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaptureNonces } from '../../keys/capture-nonces.js';
import { KeyMissingError } from '../../keys/key-errors.js';
import { readKeyRing, type KeyRing } from '../../keys/key-ring.js';
import { open, seal, SealBrokenError } from '../../keys/seal.js';
import { parseSigningKeys } from '../../keys/signing-keys.js';
import { createMemoryDataKeys } from '../support/memory/data-keys.js';
import { createSigningKeyFile } from '../support/signing-key-file.js';
import { changedBytes, changedJson, changedText, hostileText, writeJson } from './hostile.js';
import { expectSilent, outcomeOf, PERSONAL, settings, settle } from './properties.js';

const ring: KeyRing = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
const PLACE = 'assessment/1/1/DOCUMENT';
const plain = fc.oneof(fc.uint8Array(), fc.constant(Buffer.from(PERSONAL)));

describe('sealed bytes', () => {
  it('open as they were sealed, at their place alone', () => {
    fc.assert(
      fc.property(plain, hostileText, hostileText, (bytes, place, other) => {
        const sealed = seal(ring, bytes, place);
        expect(Buffer.from(open(ring, sealed, place))).toEqual(Buffer.from(bytes));
        // A lone surrogate has no bytes of its own: two of them are one place.
        if (Buffer.from(place).equals(Buffer.from(other))) return;
        expect(outcomeOf(() => open(ring, sealed, other)).error).toBeInstanceOf(SealBrokenError);
      }),
      settings(),
    );
  });

  it('that were changed are refused by their own error', () => {
    const sealed = seal(ring, Buffer.from(PERSONAL), PLACE);
    fc.assert(
      fc.property(changedBytes(sealed), (bytes) => {
        if (Buffer.from(bytes).equals(sealed)) return;
        const { error } = outcomeOf(() => open(ring, bytes, PLACE));
        expect(error).toBeInstanceOf(SealBrokenError);
        expectSilent(error);
      }),
      settings(),
    );
  });

  it('of a data key that were changed are refused by their own errors', async () => {
    const keys = createMemoryDataKeys(ring);
    const sealed = await keys.seal('SHOP', Buffer.from(PERSONAL), PLACE);
    await fc.assert(
      fc.asyncProperty(changedBytes(sealed), async (bytes) => {
        if (Buffer.from(bytes).equals(sealed)) return;
        const { error } = await settle(keys.open(bytes, PLACE));
        const isOwn = error instanceof SealBrokenError || error instanceof KeyMissingError;
        expect(isOwn).toBe(true);
      }),
      settings(),
    );
  });
});

describe('a nonce', () => {
  it('is told as ours only where it was issued', () => {
    const nonces = createCaptureNonces(ring);
    const place = { submissionId: '0198c7f0-0000-7000-8000-000000000001', attempt: 1 };
    const issued = nonces.issue(place);
    fc.assert(
      fc.property(fc.oneof(changedText(issued), hostileText), (given) => {
        const isSame = Buffer.from(given, 'base64url').equals(Buffer.from(issued, 'base64url'));
        expect(nonces.isIssued(place, given)).toBe(isSame);
        expect(nonces.isIssued({ ...place, attempt: 2 }, given)).toBe(false);
      }),
      settings(),
    );
  });
});

describe('key files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kenali-fuzz-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('of sealing keys are read or refused by their name, without a word of their content', async () => {
    const key = randomBytes(32).toString('base64');
    const sound = { activeKeyId: 'k1', keys: { k1: key } };
    const texts = fc.oneof(changedText(JSON.stringify(sound)), changedJson(sound).map(writeJson));
    const file = join(folder, 'sealing-keys.json');
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        await writeFile(file, text);
        const { value, error } = await settle(readKeyRing(file));
        if (value !== null) {
          expect(value.keys.get(value.activeKeyId)).toHaveLength(32);
          return;
        }
        expect(String(error)).toContain(file);
        expect(String(error)).not.toContain(key);
        expectSilent(error);
      }),
      settings({ share: 0.5 }),
    );
  });

  it('of signing keys are read or refused by their name, without a word of their content', async () => {
    const sound = await createSigningKeyFile();
    const secret = sound.keys[0]?.d ?? '';
    const texts = fc.oneof(changedText(JSON.stringify(sound)), changedJson(sound).map(writeJson));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { value, error } = await settle(parseSigningKeys(text, 'signing-keys.json'));
        if (value !== null) {
          expect(JSON.stringify(value.publicKeys)).not.toContain('"d"');
          return;
        }
        expect(String(error)).toContain('signing-keys.json');
        expect(String(error)).not.toContain(secret);
        expectSilent(error);
      }),
      settings({ share: 0.5 }),
    );
  });
});
