import { uuidv7 } from 'uuidv7';
import type { ErasureKey } from '../contract/erasure.js';
import type {
  ErasuresQuery,
  EraseRequest,
  ErasureView,
  RequestedErasure,
} from '../contract/schema/operator/erasure.js';
import type { ErasureRecord } from '../db/erasure-store.js';
import { conflict } from './administration-error.js';
import type { AdministrationStores } from './administration-stores.js';
import { AuditAction, recordAct } from './audited-act.js';
import type { AdministrationOptions } from './administration-options.js';
import type { ErasureRuns } from './erasure-runs.js';
import { lockSubject, type FoundSubject } from './find-subject.js';

export interface ErasurePage {
  readonly erasures: readonly ErasureView[];
  readonly nextCursor: string | null;
}

export interface Erasures {
  /**
   * Begins to erase one submission, or all of a partner user with their grants. Asked again, it
   * answers with what has begun, and starts what does not run.
   *
   * @throws AdministrationError CONFLICT, naming the legal holds that stand against it: then
   *   nothing is erased
   */
  request(actor: string, asked: EraseRequest): Promise<RequestedErasure>;
  /** Newest first. */
  list(query: ErasuresQuery): Promise<ErasurePage>;
}

/** How many workflows a request starts by itself; the retention sweep starts the others. */
const STARTED_AT_ONCE = 100;

/** All of them throw AdministrationError. */
export function createErasures(
  { transact, now }: AdministrationOptions,
  runs: ErasureRuns,
): Erasures {
  return {
    request: async (actor, { subject, reason }) => {
      const by = { actor, at: now() };
      const requested = await transact('requesting an erasure', async (stores) => {
        const found = await lockSubject(stores, subject);
        return begin(stores, { ...by, found, reason });
      });
      const pending = requested.erasures.filter(({ completedAt }) => completedAt === null);
      for (const key of pending.slice(0, STARTED_AT_ONCE)) await runs.start(toKey(key));
      return requested;
    },

    list: ({ cursor, state, limit, ...filter }) =>
      transact('listing erasures', async ({ erasures }) => {
        const found = await erasures.list({
          ...filter,
          isCompleted: state === undefined ? undefined : state === 'COMPLETED',
          after: cursor === undefined ? undefined : parseCursor(cursor),
          limit: limit + 1,
        });
        const shown = found.slice(0, limit);
        return {
          erasures: shown.map(toErasureView),
          nextCursor: found.length > limit ? toCursor(shown.at(-1)) : null,
        };
      }),
  };
}

interface Request {
  readonly actor: string;
  readonly at: Date;
  readonly found: FoundSubject;
  readonly reason: string;
}

async function begin(stores: AdministrationStores, request: Request): Promise<RequestedErasure> {
  const { found, at, actor, reason } = request;
  const submissionIds = await listSubmissions(stores, found);
  await refuseOnHold(stores, found);
  const requestId = uuidv7();
  const begun: string[] = [];
  for (const submissionId of submissionIds) {
    const isNew = await stores.erasures.begin({
      submissionId,
      scope: 'ALL',
      rule: 'REQUEST',
      retentionDays: null,
      requestId,
      begunAt: at,
    });
    if (isNew) begun.push(submissionId);
  }
  const deletedGrants =
    found.kind === 'PARTNER_USER' ? await stores.kept.deleteGrantsOfUser(found.user) : 0;
  if (begun.length > 0 || deletedGrants > 0) {
    const { partnerCode, kind } = found;
    const detail = { requestId, subject: kind, submissionIds: begun, deletedGrants, reason };
    const action = AuditAction.ERASURE_REQUESTED;
    await recordAct(stores, { actor, at }, { action, partnerCode, detail });
  }
  return { requestId, deletedGrants, erasures: await readErasures(stores, found) };
}

async function listSubmissions(
  { kept }: AdministrationStores,
  found: FoundSubject,
): Promise<readonly string[]> {
  return found.kind === 'SUBMISSION' ? [found.submissionId] : kept.listOfUser(found.user);
}

async function refuseOnHold({ holds }: AdministrationStores, found: FoundSubject): Promise<void> {
  const standing =
    found.kind === 'SUBMISSION'
      ? await holds.findOn(found.submissionId)
      : await holds.findOnUser(found.user);
  if (standing.length === 0) return;
  throw conflict(
    `Nothing was erased: a legal hold stands against it (${standing.join(', ')}). Release it first.`,
  );
}

/** In one question: until the transaction ends, nobody else writes to the audit log. */
async function readErasures(
  { erasures }: AdministrationStores,
  found: FoundSubject,
): Promise<ErasureView[]> {
  if (found.kind === 'PARTNER_USER') {
    return (await erasures.listOfUser(found.user)).map(toErasureView);
  }
  const record = await erasures.find({ submissionId: found.submissionId, scope: 'ALL' });
  return record === null ? [] : [toErasureView(record)];
}

function toErasureView(record: ErasureRecord): ErasureView {
  const { submissionId, partnerCode, scope, rule, retentionDays, requestId, proof } = record;
  return {
    submissionId,
    partnerCode,
    scope,
    rule,
    retentionDays,
    requestId,
    begunAt: record.begunAt.toISOString(),
    completedAt: record.completedAt?.toISOString() ?? null,
    proof,
  };
}

function toKey({ submissionId, scope }: ErasureView): ErasureKey {
  return { submissionId, scope };
}

function toCursor(last: ErasureRecord | undefined): string | null {
  return last === undefined ? null : `${last.submissionId}.${last.scope}`;
}

function parseCursor(cursor: string): ErasureKey {
  const [submissionId = '', scope] = cursor.split('.');
  return { submissionId, scope: scope === 'ALL' ? 'ALL' : 'IMAGES' };
}
