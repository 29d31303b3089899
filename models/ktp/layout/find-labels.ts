import type { TextLine } from '../../card/text-line.js';
import { matchLabel, ROWS, type LabelMatch, type Row } from './labels.js';
import { median } from './median.js';

export interface FoundLabel {
  readonly row: Row;
  readonly line: TextLine;
  /** Whether a value stands in the same line of text. */
  readonly hasValue: boolean;
}

/** Labels stand in one column, three of them indented: left edges within this many line heights. */
const COLUMN_SPREAD = 8;

interface Candidate extends FoundLabel {
  readonly rank: number;
  readonly weight: number;
}

/**
 * The labels of the left column, each at most once, from the top. Values that look like a label
 * fall out because labels keep the card's order and stand in one column.
 */
export function findLabels(lines: readonly TextLine[]): FoundLabel[] {
  const all = lines.flatMap((line) => toCandidate(line, matchLabel(line.reading.text)));
  const left = median(all.map(({ line }) => line.left)) ?? 0;
  const spread = COLUMN_SPREAD * (median(all.map(({ line }) => line.height)) ?? 0);
  const inColumn = all.filter(({ line }) => Math.abs(line.left - left) <= spread);
  return heaviestChain(inColumn.sort((a, b) => a.line.y - b.line.y)).map(
    ({ row, line, hasValue }) => ({ row, line, hasValue }),
  );
}

function toCandidate(line: TextLine, match: LabelMatch | null): Candidate[] {
  if (match === null || match.label === 'bloodType' || match.label === 'province') return [];
  const rest = line.reading.text.slice(match.end).replace(/[^A-Za-z0-9-]/g, '');
  return [
    {
      row: match.label,
      line,
      hasValue: rest.length > 0,
      rank: ROWS.indexOf(match.label),
      weight: Math.max(match.end - 2 * match.distance, 1),
    },
  ];
}

/** The heaviest selection in which rows come in the card's order. */
function heaviestChain(candidates: readonly Candidate[]): Candidate[] {
  const chains: { weight: number; items: Candidate[] }[] = [];
  for (const candidate of candidates) {
    let best: { weight: number; items: Candidate[] } = { weight: 0, items: [] };
    for (const chain of chains) {
      const last = chain.items.at(-1);
      if (last !== undefined && last.rank < candidate.rank && chain.weight > best.weight)
        best = chain;
    }
    chains.push({ weight: best.weight + candidate.weight, items: [...best.items, candidate] });
  }
  return chains.sort((a, b) => b.weight - a.weight)[0]?.items ?? [];
}
