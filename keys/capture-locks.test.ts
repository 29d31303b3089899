import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createCaptureLocks } from './capture-locks.js';
import { createCaptureNonces } from './capture-nonces.js';

const ring = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
const place = { submissionId: '0190b6a2-6c9e-7abc-8def-0123456789ab', attempt: 1 };

it('the same attempt has the same lock, every other one another', () => {
  const locks = createCaptureLocks(ring);
  const lock = locks.issue(place);
  expect(Buffer.from(lock, 'base64url')).toHaveLength(32);
  expect(createCaptureLocks(ring).issue({ ...place })).toBe(lock);
  expect(locks.issue({ ...place, attempt: 2 })).not.toBe(lock);
  const other = '0190b6a2-6c9e-7abc-8def-0123456789ac';
  expect(locks.issue({ ...place, submissionId: other })).not.toBe(lock);
});

it('a lock follows from the key ring and is no nonce, which travels in pictures', () => {
  const other = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
  const lock = createCaptureLocks(ring).issue(place);
  expect(createCaptureLocks(other).issue(place)).not.toBe(lock);
  expect(lock).not.toContain(createCaptureNonces(ring).issue(place));
});
