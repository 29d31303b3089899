import type { ErasureKey } from '../../contract/erasure.js';
import type { ErasureProof } from '../../contract/schema/operator/erasure-proof.js';
import type { ErasureRecord } from '../../db/erasure-store.js';
import { FailureType } from '../failure-type.js';
import { finalFailure, retryableFailure } from '../failure.js';
import { eraseObjects, hasObjects } from './erase-objects.js';
import { eraseRuns, giveUpPending, listRuns } from './erase-runs.js';
import type { ErasureDependencies } from './erasure-dependencies.js';

/**
 * Erases what is left, looks again in all three places, and signs only when nothing is found there.
 * One activity, so that whatever stops it, the next try erases and looks anew.
 */
export async function proveErasure(
  dependencies: ErasureDependencies,
  key: ErasureKey,
): Promise<void> {
  const { erasures, personalRows, now, sign } = dependencies;
  const { submissionId, scope } = key;
  if ((await findRecord(dependencies, key)).completedAt !== null) return;

  await eraseObjects(dependencies, key);
  if (scope === 'ALL') {
    await personalRows.eraseContent(submissionId);
    await personalRows.eraseIdentity(submissionId, now());
    await eraseRuns(dependencies, submissionId);
    await giveUpPending(dependencies, submissionId);
  }

  const left = await findRemains(dependencies, key);
  if (left.length > 0) {
    throw retryableFailure(FailureType.ErasureUnfinished, `not gone yet: ${left.join(', ')}`);
  }
  const at = now();
  const proof = await sign(toProof(await findRecord(dependencies, key), at));
  await erasures.complete(key, { at, proof });
}

async function findRecord(
  { erasures }: ErasureDependencies,
  key: ErasureKey,
): Promise<ErasureRecord> {
  const record = await erasures.find(key);
  if (record === null) throw finalFailure(FailureType.Unexpected, 'the erasure has no row');
  return record;
}

/** Places where something is left. They name nothing personal. */
async function findRemains(
  dependencies: ErasureDependencies,
  { submissionId, scope }: ErasureKey,
): Promise<readonly string[]> {
  const objects = (await hasObjects(dependencies, submissionId)) ? ['objects'] : [];
  if (scope === 'IMAGES') return objects;
  const runs = await listRuns(dependencies, submissionId);
  const rows = await dependencies.personalRows.findRemains(submissionId);
  return [...objects, ...rows, ...runs.map(({ workflowId }) => workflowId)];
}

function toProof(record: ErasureRecord, erasedAt: Date): ErasureProof {
  const { submissionId, partnerCode, scope, rule, retentionDays, requestId } = record;
  return {
    version: 1,
    submissionId,
    partnerCode,
    scope,
    rule,
    retentionDays,
    requestId,
    begunAt: record.begunAt.toISOString(),
    erasedAt: erasedAt.toISOString(),
    objects: {
      count: Object.values(record.objects).flat().length,
      keyHashes: Object.keys(record.objects).toSorted(),
    },
    rows: record.counts,
    workflows: record.workflows.toSorted(),
  };
}
