import { CHAIN_START, findChainBreak, type AuditLink } from '../db/audit-chain.js';
import type { AuditStore } from '../db/audit-store.js';
import type { AuditQuery, AuditView } from '../contract/schema/operator/audit.js';
import { recordAct, type AuditedAct } from './audited-act.js';
import type { AdministrationOptions } from './administration-options.js';

export interface AuditPage {
  readonly entries: readonly AuditView[];
  readonly nextCursor: string | null;
}

/** What is wrong with the log: the first thing that was found. */
export type AuditProblem =
  /** The entry that should stand at the position was changed, moved or taken out. */
  | { readonly kind: 'BROKEN'; readonly position: number }
  /** The chain no longer holds the link that was known: its end was cut off, or all of it made anew. */
  | { readonly kind: 'KNOWN_LINK_MISSING'; readonly position: number }
  /** So many entries stand beside the chain although they are younger than its first. */
  | { readonly kind: 'BESIDE_THE_CHAIN'; readonly entries: number };

export interface AuditVerification {
  /** The last entry of the chain: worth keeping elsewhere, for the next verification. */
  readonly end: AuditLink;
  /** Entries of before there was a chain: nothing is said about them. */
  readonly olderEntries: number;
  readonly problem: AuditProblem | null;
}

export interface AuditLog {
  /** Newest first. */
  list(query: AuditQuery): Promise<AuditPage>;
  /** What somebody looked at; `actor` as the log names it. */
  record(actor: string, act: AuditedAct): Promise<void>;
  /** Goes through the whole chain. `known` is the end that an earlier verification gave. */
  verify(known?: AuditLink): Promise<AuditVerification>;
}

const CHAIN_PAGE = 1_000;

export function createAuditLog({
  transact,
  now,
}: Pick<AdministrationOptions, 'transact' | 'now'>): AuditLog {
  return {
    list: ({ cursor, from, until, limit, ...filter }) =>
      transact('listing audit entries', async ({ audit }) => {
        const found = await audit.list({
          ...filter,
          from: from === undefined ? undefined : new Date(from),
          until: until === undefined ? undefined : new Date(until),
          before: cursor,
          limit: limit + 1,
        });
        const entries = found
          .slice(0, limit)
          .map((entry) => ({ ...entry, at: entry.at.toISOString() }));
        const nextCursor = found.length > limit ? (entries.at(-1)?.id ?? null) : null;
        return { entries, nextCursor };
      }),

    record: (actor, act) =>
      transact('adding an audit entry', (stores) => recordAct(stores, { actor, at: now() }, act)),

    verify: (known) =>
      transact('verifying the audit log', ({ audit }) => verifyChain(audit, known)),
  };
}

async function verifyChain(
  audit: AuditStore,
  known: AuditLink | undefined,
): Promise<AuditVerification> {
  const { end, broken, isKnownMet } = await walkChain(audit, known);
  const { older, younger } = await audit.countUnchained();
  const findProblem = (): AuditProblem | null => {
    if (broken !== null) return { kind: 'BROKEN', position: broken };
    if (known !== undefined && !isKnownMet) {
      return { kind: 'KNOWN_LINK_MISSING', position: known.position };
    }
    return younger > 0 ? { kind: 'BESIDE_THE_CHAIN', entries: younger } : null;
  };
  return { end, olderEntries: older, problem: findProblem() };
}

/** Page by page up to the end, or to where it breaks. */
async function walkChain(audit: AuditStore, known: AuditLink | undefined) {
  let end = CHAIN_START;
  let isKnownMet = false;
  for (;;) {
    const entries = await audit.listChain(end.position, CHAIN_PAGE);
    const last = entries.at(-1);
    if (last === undefined) return { end, broken: null, isKnownMet };
    const broken = findChainBreak(end, entries);
    if (broken !== null) return { end, broken, isKnownMet };
    isKnownMet ||= entries.some(
      ({ position, hash }) => position === known?.position && hash === known.hash,
    );
    end = { position: last.position, hash: last.hash };
  }
}
