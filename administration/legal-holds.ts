import { uuidv7 } from 'uuidv7';
import {
  MAX_PENDING_ERASURES,
  type HoldsQuery,
  type HoldView,
  type PlacedHoldView,
  type PlaceHold,
} from '../contract/schema/operator/legal-hold.js';
import type { LegalHold } from '../db/legal-hold-store.js';
import { conflict, notFound } from './administration-error.js';
import type { AdministrationStores } from './administration-stores.js';
import { AuditAction, recordAct } from './audited-act.js';
import { lockPartner } from './known-partner.js';
import type { AdministrationOptions } from './administration-options.js';
import { lockSubject, type FoundSubject } from './find-subject.js';

export interface HoldPage {
  readonly holds: readonly HoldView[];
  readonly nextCursor: string | null;
}

/** What is on hold is erased neither by retention nor by request. */
export interface LegalHolds {
  /**
   * Keeps what is left: the answer names what was being erased already, which no hold stops.
   *
   * @throws AdministrationError CONFLICT where the erasure of all of the submission has begun
   */
  place(actor: string, asked: PlaceHold): Promise<PlacedHoldView>;
  /** What has become overdue meanwhile is erased by the next sweep. */
  release(actor: string, holdId: string, reason: string): Promise<HoldView>;
  /** Newest first; those that are released are in the audit log alone. */
  list(query: HoldsQuery): Promise<HoldPage>;
}

/** All of them throw AdministrationError. */
export function createLegalHolds({ transact, now }: AdministrationOptions): LegalHolds {
  return {
    place: (actor, { subject, reason }) =>
      transact('placing a legal hold', async (stores) => {
        const at = now();
        const found = await lockSubject(stores, subject);
        await refuseErased(stores, found);
        const hold = { ...toPlace(found), id: uuidv7(), reason, placedAt: at };
        await stores.holds.add(hold);
        await record(stores, { actor, at, action: AuditAction.LEGAL_HOLD_PLACED, reason }, hold);
        return { ...toHoldView(hold), pendingErasures: await listPending(stores, found) };
      }),

    release: (actor, holdId, reason) =>
      transact('releasing a legal hold', async (stores) => {
        const at = now();
        const hold = await stores.holds.find(holdId);
        if (hold === null) throw notFound('There is no such legal hold.');
        await lockPartner(stores, hold.partnerCode);
        await stores.holds.remove(holdId);
        await record(stores, { actor, at, action: AuditAction.LEGAL_HOLD_RELEASED, reason }, hold);
        return toHoldView(hold);
      }),

    list: ({ cursor, limit, ...filter }) =>
      transact('listing legal holds', async ({ holds }) => {
        const found = await holds.list({ ...filter, before: cursor, limit: limit + 1 });
        const shown = found.slice(0, limit);
        const nextCursor = found.length > limit ? (shown.at(-1)?.id ?? null) : null;
        return { holds: shown.map(toHoldView), nextCursor };
      }),
  };
}

/** A hold on a user holds whatever of theirs is left. */
async function refuseErased(
  { erasures }: AdministrationStores,
  found: FoundSubject,
): Promise<void> {
  if (found.kind === 'PARTNER_USER') return;
  const begun = await erasures.find({ submissionId: found.submissionId, scope: 'ALL' });
  if (begun !== null) throw conflict('It is too late: the erasure of the submission has begun.');
}

/** The erasure of the images of one submission, or any of a user's. */
async function listPending(
  { erasures }: AdministrationStores,
  found: FoundSubject,
): Promise<PlacedHoldView['pendingErasures']> {
  const subject =
    found.kind === 'PARTNER_USER' ? { user: found.user } : { submissionId: found.submissionId };
  const pending = { ...subject, isCompleted: false, limit: MAX_PENDING_ERASURES };
  return (await erasures.list(pending)).map(({ submissionId, scope }) => ({ submissionId, scope }));
}

function toPlace(found: FoundSubject): Omit<LegalHold, 'id' | 'reason' | 'placedAt'> {
  if (found.kind === 'PARTNER_USER') return { ...found.user, submissionId: null };
  const { partnerCode, submissionId } = found;
  return { partnerCode, submissionId, partnerUserId: null, partnerUserIdType: null };
}

/** The log names the hold and, of a user's, nobody. */
function record(
  stores: AdministrationStores,
  by: {
    readonly actor: string;
    readonly at: Date;
    readonly action: AuditAction;
    readonly reason: string;
  },
  { id, partnerCode, submissionId }: LegalHold,
): Promise<void> {
  const { action, reason, ...who } = by;
  const subject = submissionId === null ? 'PARTNER_USER' : 'SUBMISSION';
  const detail = { holdId: id, subject, submissionId, reason };
  return recordAct(stores, who, { action, partnerCode, detail });
}

function toHoldView({ id, partnerCode, submissionId, reason, placedAt }: LegalHold): HoldView {
  return { id, partnerCode, submissionId, reason, placedAt: placedAt.toISOString() };
}
