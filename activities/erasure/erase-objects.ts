import { createHash } from 'node:crypto';
import type { ErasureKey } from '../../contract/erasure.js';
import type { KeptObject } from '../../storage/capture-eraser.js';
import { removeObjectsOf } from '../remove-objects-of.js';
import type { ErasureDependencies } from './erasure-dependencies.js';

/**
 * Deletes what the object store has of the submission, every version. Noted first: a repetition
 * after a crash finds less than there was.
 */
export async function eraseObjects(
  { captures, erasures }: Pick<ErasureDependencies, 'captures' | 'erasures'>,
  key: ErasureKey,
): Promise<void> {
  await removeObjectsOf(captures, key.submissionId, (found) =>
    erasures.note(key, { objects: groupByKey(found) }),
  );
}

export async function hasObjects(
  { captures }: Pick<ErasureDependencies, 'captures'>,
  submissionId: string,
): Promise<boolean> {
  return (await captures.listObjects(submissionId)).length > 0;
}

function groupByKey(objects: readonly KeptObject[]): Record<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { key, versionId } of objects) {
    const hash = createHash('sha256').update(key).digest('hex');
    groups.set(hash, [...(groups.get(hash) ?? []), versionId]);
  }
  return Object.fromEntries(groups);
}
