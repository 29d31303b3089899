import { describe, expect, it } from 'vitest';
import { describeVerification } from './audit.js';

const end = { position: 12, hash: 'ab'.repeat(32) };

describe('what a verification of the audit log says', () => {
  it('gives the end to keep where nothing was found', () => {
    const text = describeVerification({ end, olderEntries: 0, problem: null });
    expect(text).toContain('12 entries, none was changed or taken out.');
    expect(text).toContain(`12:${end.hash}`);
  });

  it('says how many entries the chain does not cover', () => {
    const text = describeVerification({ end, olderEntries: 3, problem: null });
    expect(text).toContain('3 older entries');
  });

  it.each([
    [{ kind: 'BROKEN', position: 7 } as const, /^Entry 7 was changed, moved or taken out\./],
    [{ kind: 'KNOWN_LINK_MISSING', position: 9 } as const, /^Entry 9 is not the one/],
    [{ kind: 'BESIDE_THE_CHAIN', entries: 2 } as const, /^2 entries were put in beside/],
  ])('names the problem and gives no end to keep: %j', (problem, text) => {
    const said = describeVerification({ end, olderEntries: 0, problem });
    expect(said).toMatch(text);
    expect(said).not.toContain(end.hash);
  });
});
