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
  /** How many batches are overdue besides the first. */
  moreBatches: number;
  quietAt: string;
}

export function createFakeErasing(): FakeErasing {
  const fake: FakeErasing = {
    calls: [],
    failures: {},
    pages: [],
    moreBatches: 0,
    quietAt: new Date(0).toISOString(),
    activities: {
      endSubmission: () => call('endSubmission', () => ({ quietAt: fake.quietAt })),
      eraseContent: () => call('eraseContent', () => undefined),
      awaitCallbacks: () => call('awaitCallbacks', () => undefined),
      endCallbacks: () => call('endCallbacks', () => undefined),
      proveErasure: () => call('proveErasure', () => undefined),
      beginOverdue: () => {
        fake.calls.push('beginOverdue');
        fake.moreBatches -= 1;
        return Promise.resolve({ hasMore: fake.moreBatches >= 0 });
      },
      startPending: ({ after }) => {
        fake.calls.push(`startPending ${after?.submissionId ?? 'from the first'}`);
        return Promise.resolve(fake.pages.shift() ?? null);
      },
      removeStray: () => {
        fake.calls.push('removeStray');
        return Promise.resolve({ hasMore: false });
      },
      deleteExpiredGrants: () => {
        fake.calls.push('deleteExpiredGrants');
        return Promise.resolve();
      },
    },
  };
  function call<T>(name: keyof ErasureActivities, answer: () => T): Promise<T> {
    fake.calls.push(name);
    const failure = fake.failures[name]?.shift();
    return failure === undefined ? Promise.resolve(answer()) : Promise.reject(failure);
  }
  return fake;
}
