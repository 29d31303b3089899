import type { AdministrationStores } from '../../../administration/administration-stores.js';
import type { ErasureKey } from '../../../contract/erasure.js';
import { NOTHING_COUNTED } from '../../../contract/erasure.js';
import type { ErasureRecord } from '../../../db/erasure-store.js';
import type { LegalHold, PartnerUser } from '../../../db/legal-hold-store.js';

/** A submission as erasing sees it. */
export interface KeptInMemory extends PartnerUser {
  readonly submissionId: string;
}

type Stores = Pick<AdministrationStores, 'erasures' | 'kept' | 'holds'>;

/** `submissions` and `erasures` are filled by a test. */
export function createMemoryErasing(
  submissions: readonly KeptInMemory[],
  erasures: ErasureRecord[],
): Stores {
  const holds = new Map<string, LegalHold>();
  const isOf = (user: PartnerUser) => (row: PartnerUser) =>
    row.partnerCode === user.partnerCode &&
    row.partnerUserId === user.partnerUserId &&
    row.partnerUserIdType === user.partnerUserIdType;
  const isKey = (key: ErasureKey) => (row: ErasureRecord) =>
    row.submissionId === key.submissionId && row.scope === key.scope;
  const find = (key: ErasureKey) => erasures.find(isKey(key)) ?? null;
  const listHolds = () => [...holds.values()];
  const findHolds = (isIt: (hold: LegalHold) => boolean) =>
    Promise.resolve(
      listHolds()
        .filter(isIt)
        .map(({ id }) => id),
    );
  const isOnUser = (hold: LegalHold, user: PartnerUser) =>
    hold.partnerUserId !== null &&
    hold.partnerUserIdType !== null &&
    isOf(user)({
      ...hold,
      partnerUserId: hold.partnerUserId,
      partnerUserIdType: hold.partnerUserIdType,
    });
  return {
    erasures: {
      begin: (begun) => {
        if (find(begun) !== null) return Promise.resolve(false);
        const { partnerCode } = submissions.find(
          ({ submissionId }) => submissionId === begun.submissionId,
        )!;
        erasures.push({
          ...begun,
          partnerCode,
          counts: NOTHING_COUNTED,
          objects: {},
          workflows: [],
          completedAt: null,
          proof: null,
        });
        return Promise.resolve(true);
      },
      find: (key) => Promise.resolve(find(key)),
      listOfUser: (user) => {
        const theirs = submissions.filter(isOf(user)).map(({ submissionId }) => submissionId);
        return Promise.resolve(
          erasures.filter((row) => row.scope === 'ALL' && theirs.includes(row.submissionId)),
        );
      },
      list: ({ partnerCode, submissionId, user, requestId, isCompleted, after, limit }) => {
        const theirs = submissions.filter((row) => user === undefined || isOf(user)(row));
        return Promise.resolve(
          erasures
            .toReversed()
            .slice(after === undefined ? 0 : erasures.toReversed().findIndex(isKey(after)) + 1)
            .filter(
              (row) =>
                (partnerCode === undefined || row.partnerCode === partnerCode) &&
                (submissionId === undefined || row.submissionId === submissionId) &&
                theirs.some((one) => one.submissionId === row.submissionId) &&
                (requestId === undefined || row.requestId === requestId) &&
                (isCompleted === undefined || (row.completedAt !== null) === isCompleted),
            )
            .slice(0, limit),
        );
      },
    },
    kept: {
      listOfUser: (user) =>
        Promise.resolve(submissions.filter(isOf(user)).map(({ submissionId }) => submissionId)),
      findPartnerCode: (id) =>
        Promise.resolve(
          submissions.find(({ submissionId }) => submissionId === id)?.partnerCode ?? null,
        ),
      deleteGrantsOfUser: () => Promise.resolve(0),
    },
    holds: {
      add: (hold) => {
        holds.set(hold.id, hold);
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(holds.get(id) ?? null),
      remove: (id) => {
        holds.delete(id);
        return Promise.resolve();
      },
      list: ({ limit }) => Promise.resolve(listHolds().toReversed().slice(0, limit)),
      findOn: (submissionId) =>
        findHolds(
          (hold) =>
            hold.submissionId === submissionId ||
            submissions.some((row) => row.submissionId === submissionId && isOnUser(hold, row)),
        ),
      findOnUser: (user) =>
        findHolds(
          (hold) =>
            isOnUser(hold, user) ||
            submissions.filter(isOf(user)).some((row) => row.submissionId === hold.submissionId),
        ),
    },
  };
}
