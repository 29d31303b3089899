import { createHmac, hkdfSync } from 'node:crypto';

/** One attempt of one submission: what a code is good for. */
export interface AttemptPlace {
  readonly submissionId: string;
  /** Counts from 1. */
  readonly attempt: number;
}

/** Keeps the sealing key for sealing: each purpose has a key of its own that follows from it. */
export function deriveCodeKey(sealingKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', sealingKey, '', purpose, 32));
}

/** 256 bits that nobody without the key tells, the same each time: nothing has to be stored. */
export function computeCode(key: Uint8Array, { submissionId, attempt }: AttemptPlace): Buffer {
  return createHmac('sha256', key)
    .update(`${submissionId}/${String(attempt)}`)
    .digest();
}
