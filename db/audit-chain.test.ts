import { describe, expect, it } from 'vitest';
import { CHAIN_START, findChainBreak, linkEntry, type ChainedAuditEntry } from './audit-chain.js';
import type { AuditEntry } from './audit-entry.js';

const entryOf = (changed: Partial<AuditEntry> = {}): AuditEntry => ({
  id: '019aa000-0000-7000-8000-000000000001',
  at: new Date('2026-11-23T04:00:00.123Z'),
  actor: 'operator:ops',
  action: 'partner.settings.changed',
  partnerCode: 'SHOP',
  detail: { before: { maxAttempts: 3 }, after: { maxAttempts: 5 } },
  ...changed,
});

function chain(...entries: readonly AuditEntry[]): ChainedAuditEntry[] {
  const chained: ChainedAuditEntry[] = [];
  for (const entry of entries) {
    chained.push({ ...entry, ...linkEntry(chained.at(-1) ?? CHAIN_START, entry) });
  }
  return chained;
}

const three = () =>
  chain(entryOf(), entryOf({ actor: 'cli:root' }), entryOf({ partnerCode: null }));

describe('the chain of the audit log', () => {
  it('counts from 1 and holds when nothing was touched', () => {
    expect(three().map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(findChainBreak(CHAIN_START, three())).toBeNull();
  });

  it('holds from any entry on that is known', () => {
    const [first, ...rest] = three();
    expect(findChainBreak(first!, rest)).toBeNull();
  });

  it.each([
    ['actor', { actor: 'operator:other' }],
    ['action', { action: 'partner.renamed' }],
    ['partner', { partnerCode: 'OTHER' }],
    ['time', { at: new Date('2026-11-23T04:00:00.124Z') }],
    ['id', { id: '019aa000-0000-7000-8000-000000000002' }],
    ['detail', { detail: { before: { maxAttempts: 3 }, after: { maxAttempts: 6 } } }],
    ['hash', { hash: 'ab'.repeat(32) }],
  ])('breaks at an entry whose %s was changed', (_what, changed) => {
    const [first, second, third] = three();
    const touched = [first!, { ...second!, ...changed }, third!];
    expect(findChainBreak(CHAIN_START, touched)).toBe(2);
  });

  it('breaks after an entry that was changed together with its hash', () => {
    const [first, second, third] = three();
    const forged = entryOf({ actor: 'operator:nobody' });
    const touched = [first!, { ...forged, ...linkEntry(first!, forged) }, third!];
    expect(second).toBeDefined();
    expect(findChainBreak(CHAIN_START, touched)).toBe(3);
  });

  it('breaks where an entry was taken out, or two were exchanged', () => {
    const [first, second, third] = three();
    expect(findChainBreak(CHAIN_START, [first!, third!])).toBe(2);
    expect(findChainBreak(CHAIN_START, [second!, third!])).toBe(1);
    expect(findChainBreak(CHAIN_START, [first!, third!, second!])).toBe(2);
  });

  it('does not depend on the order that a database gives members of the detail in', () => {
    const given = entryOf({ detail: { bb: 1, a: { d: [1, { f: 2, e: 3 }], c: null } } });
    const stored = entryOf({ detail: { a: { c: null, d: [1, { e: 3, f: 2 }] }, bb: 1 } });
    expect(linkEntry(CHAIN_START, given)).toEqual(linkEntry(CHAIN_START, stored));
  });

  it('tells values apart that would read alike one after the other', () => {
    const links = [
      entryOf({ actor: 'a', action: 'b.c' }),
      entryOf({ actor: 'a","b', action: 'c' }),
      entryOf({ detail: { a: 1 } }),
      entryOf({ detail: { list: [['a', 1]] } }),
      entryOf({ detail: { list: { a: 1 } } }),
    ].map((entry) => linkEntry(CHAIN_START, entry).hash);
    expect(new Set(links).size).toBe(links.length);
  });
});
