import { ApplicationFailure } from '@temporalio/common';
import { FailureType } from '../../activities/failure-type.js';
import type { ErasureActivities, RetentionActivities } from '../../activities/activity-types.js';
import type { ErasureKey } from '../../contract/erasure.js';

export interface FakeErasing {
  readonly activities: ErasureActivities & RetentionActivities;
  /** What was asked for, in its order; a repetition counts again. */
  readonly calls: string[];
  /** What the next calls fail with. */
  readonly failures: Partial<Record<keyof ErasureActivities, Error[]>>;
  /** Pages of erasures that a sweep starts. */
  readonly pages: (ErasureKey | null)[];
  /** Where batches of stray objects go on. */
  readonly places: string[];
  /** Steps of a sweep that fail for good. */
  readonly broken: Set<keyof RetentionActivities>;
  /** What a batch has not managed. */
  failedOfBatch: number;
  /** How many batches are overdue besides the first. */
  moreBatches: number;
  quietAt: string;
}

export function createFakeErasing(): FakeErasing {
  const fake: FakeErasing = {
    calls: [],
    failures: {},
    pages: [],
    places: [],
    broken: new Set(),
    failedOfBatch: 0,
    moreBatches: 0,
    quietAt: new Date(0).toISOString(),
    activities: {
      endSubmission: () => call('endSubmission', () => ({ quietAt: fake.quietAt })),
      eraseContent: () => call('eraseContent', () => undefined),
      awaitCallbacks: () => call('awaitCallbacks', () => undefined),
      endCallbacks: () => call('endCallbacks', () => undefined),
      proveErasure: () => call('proveErasure', () => undefined),
      beginOverdue: () =>
        sweep('beginOverdue', () => {
          fake.moreBatches -= 1;
          return { hasMore: fake.moreBatches >= 0, failed: fake.failedOfBatch };
        }),
      startPending: ({ after }) =>
        sweep(
          'startPending',
          () => fake.pages.shift() ?? null,
          ` ${after?.submissionId ?? 'from the first'}`,
        ),
      removeStray: (place) =>
        sweep(
          'removeStray',
          () => {
            const next = fake.places.shift() ?? null;
            return { hasMore: next !== null, failed: fake.failedOfBatch, next };
          },
          ` ${place?.after ?? 'from the first'}`,
        ),
      deleteExpiredGrants: () => sweep('deleteExpiredGrants', () => undefined),
      startRenewals: () => sweep('startRenewals', () => undefined),
    },
  };
  function call<T>(name: keyof ErasureActivities, answer: () => T): Promise<T> {
    fake.calls.push(name);
    const failure = fake.failures[name]?.shift();
    return failure === undefined ? Promise.resolve(answer()) : Promise.reject(failure);
  }
  function sweep<T>(name: keyof RetentionActivities, answer: () => T, where = ''): Promise<T> {
    fake.calls.push(`${name}${where}`);
    if (!fake.broken.has(name)) return Promise.resolve(answer());
    return Promise.reject(ApplicationFailure.nonRetryable('broken', FailureType.Unexpected));
  }
  return fake;
}
