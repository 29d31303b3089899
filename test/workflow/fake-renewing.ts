import type { KeyRenewalActivities } from '../../activities/activity-types.js';

export interface FakeRenewing {
  readonly activities: KeyRenewalActivities;
  /** What was asked for, in its order. */
  readonly calls: string[];
  /** Ids of the youngest key, one a question; the last stands for all further ones. */
  keys: (string | null)[];
  /** What pages answer, as `found` and `unopened`; further ones find nothing. */
  readonly pages: { found: number; unopened?: number; after?: string }[];
  /** What retiring answers; afterwards yes. */
  readonly retirings: boolean[];
}

export function createFakeRenewing(...keys: (string | null)[]): FakeRenewing {
  const fake: FakeRenewing = {
    calls: [],
    keys,
    pages: [],
    retirings: [],
    activities: {
      findSealingKey: () => {
        const next = fake.keys.length > 1 ? fake.keys.shift() : fake.keys[0];
        return Promise.resolve(next ?? null);
      },
      resealPage: ({ dataKeyId, after }) => {
        fake.calls.push(`reseal by ${dataKeyId} ${after ?? 'from the first'}`);
        const page = fake.pages.shift() ?? { found: 0 };
        return Promise.resolve({ unopened: 0, after: null, ...page });
      },
      retireOlderKeys: ({ dataKeyId }) => {
        fake.calls.push(`retire before ${dataKeyId}`);
        return Promise.resolve({ isRetired: fake.retirings.shift() ?? true });
      },
    },
  };
  return fake;
}
