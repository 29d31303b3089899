import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { CROSS_CHECKS } from '../../contract/ktp-details.js';
import { QUALITY_CODES, TECHNICAL_CODES, VERDICT_CODES } from '../../contract/reason-code.js';

const CODES = [...QUALITY_CODES, ...VERDICT_CODES, ...TECHNICAL_CODES];

let guide: string;
beforeAll(async () => {
  guide = await readFile(new URL('../../docs/partner-guide.md', import.meta.url), 'utf8');
});

/** What the first column of the table below a heading or a sentence names. */
function listNames(from: string): readonly string[] {
  const [, table = ''] =
    /\n\n\|[^\n]*\n\|[ -|]*\n((?:\|[^\n]*\n)+)/.exec(guide.slice(guide.indexOf(from))) ?? [];
  return table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)])
    .map(([, name = '']) => name);
}

describe('the partner guide', () => {
  it('tells of every reason code, each once, and of no other', () => {
    expect([...listNames('## Reason codes')].sort()).toEqual([...CODES].sort());
  });

  it('tells of every cross-check, each once, and of no other', () => {
    expect([...listNames('`crossChecks` says')].sort()).toEqual([...CROSS_CHECKS].sort());
  });
});
