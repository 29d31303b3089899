import { createHash } from 'node:crypto';
import { sortMembers } from '../contract/sort-members.js';
import type { AuditEntry } from './audit-entry.js';

/** Where an entry stands in the chain. */
export interface AuditLink {
  /** Counts from 1 without gaps. */
  readonly position: number;
  /** SHA-256 hex over the entry, its position and the hash of the entry before it. */
  readonly hash: string;
}

export type ChainedAuditEntry = AuditEntry & AuditLink;

/** What the first entry follows. */
export const CHAIN_START: AuditLink = { position: 0, hash: '' };

export function linkEntry(previous: AuditLink, entry: AuditEntry): AuditLink {
  const position = previous.position + 1;
  return { position, hash: computeHash(previous.hash, position, entry) };
}

/** The position of the first entry that does not follow from the one before it; null when all do. */
export function findChainBreak(
  previous: AuditLink,
  entries: readonly ChainedAuditEntry[],
): number | null {
  let last = previous;
  for (const entry of entries) {
    const expected = linkEntry(last, entry);
    if (entry.position !== expected.position || entry.hash !== expected.hash) {
      return expected.position;
    }
    last = entry;
  }
  return null;
}

/** A JSON array tells where each value ends; `jsonb` gives members back in an order of its own. */
function computeHash(previousHash: string, position: number, entry: AuditEntry): string {
  const { id, at, actor, action, partnerCode, detail } = entry;
  const covered = [previousHash, position, id, at.toISOString(), actor, action, partnerCode];
  const text = JSON.stringify([...covered, sortMembers(detail)]);
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
