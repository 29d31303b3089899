import { KTP_FIELDS } from './labelled-picture.js';
import type { EngineSummary, NamedShare, Share } from './summarise.js';

type Column = EngineSummary;
type Cell = (summary: Column) => string;

/** The figures of all engines side by side, as lines for a terminal. */
export function formatReport(summaries: readonly EngineSummary[]): string[] {
  const [first] = summaries;
  if (first === undefined) return [];
  const header = summaries.map(({ engine }) => engine);
  return [
    ...table(
      ['', ...header],
      OVERALL.map(([name, cell]) => [name, ...summaries.map(cell)]),
    ),
    '',
    ...table(
      ['Exact by field', ...header],
      shareRows(summaries, ({ byField }) => byField),
    ),
    '',
    ...table(
      ['Exact by condition', ...header],
      shareRows(summaries, (own) => own.byCondition),
    ),
    '',
    ...table(['Right of those ≥ 0.9', ...header], sureRows(summaries)),
    '',
    ...table(['Kenali’s confidence', 'values', 'right', 'share', 'mean'], reliability(first)),
  ];
}

const OVERALL: readonly (readonly [string, Cell])[] = [
  ['pictures', ({ pictures }) => String(pictures)],
  ['no answer', ({ failures }) => String(failures.length)],
  ['all fields exact', ({ fields }) => shareOf(fields)],
  ['NIK exact', ({ byField }) => shareOf(findShare(byField, 'nik'))],
  ['name exact', ({ byField }) => shareOf(findShare(byField, 'name'))],
  ['whole cards exact', ({ wholeCards }) => shareOf(wholeCards)],
  ['value anywhere', ({ anywhere }) => (anywhere === null ? '–' : shareOf(anywhere))],
  ['character errors', ({ characterErrors }) => errorsOf(characterErrors)],
  ['isKtp precision', ({ precision }) => countOf(precision)],
  ['isKtp recall', ({ recall }) => countOf(recall)],
  ['not a KTP, PASS', ({ passedNegatives }) => countOf(passedNegatives)],
  ['KTP, PASS', ({ passed }) => countOf(passed)],
  ['PASS, one of 3 wrong', ({ passedWrong }) => countOf(passedWrong)],
  [
    'right of those ≥ 0.9',
    ({ calibration }) => shareOf({ part: calibration.sureRight, of: calibration.sure }),
  ],
  ['calibration error', ({ calibration }) => calibration.expectedError.toFixed(4)],
  ['ms p50', ({ ms }) => ms.p50.toFixed(0)],
  ['ms p95', ({ ms }) => ms.p95.toFixed(0)],
  ['CPU ms p50', ({ cpuMs }) => cpuMs.p50.toFixed(0)],
  ['peak memory MiB', ({ peakRssMib }) => peakRssMib.toFixed(0)],
];

function shareRows(
  summaries: readonly EngineSummary[],
  pick: (summary: EngineSummary) => readonly NamedShare[],
): string[][] {
  const [first] = summaries;
  return (first === undefined ? [] : pick(first)).map(({ name, of }) => [
    `${name} (${String(of)})`,
    ...summaries.map((summary) => percentOf(findShare(pick(summary), name))),
  ]);
}

/** Each engine is sure of other values, so every cell has its own count. */
function sureRows(summaries: readonly EngineSummary[]): string[][] {
  return KTP_FIELDS.map((field) => [
    field,
    ...summaries.map(({ sureByField }) => shareOf(findShare(sureByField, field))),
  ]);
}

function findShare(shares: readonly NamedShare[], name: string): Share {
  return shares.find((share) => share.name === name) ?? { part: 0, of: 0 };
}

function reliability({ calibration }: EngineSummary): string[][] {
  return calibration.rows.map(({ from, values, right, meanConfidence }) => [
    `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
    String(values),
    String(right),
    percentOf({ part: right, of: values }),
    meanConfidence.toFixed(3),
  ]);
}

/** Padded columns, the first to the left and the others to the right. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [header, ...rows];
  const widths = header.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
}

function shareOf({ part, of }: Share): string {
  return of === 0 ? '–' : `${percentOf({ part, of })} (${String(part)}/${String(of)})`;
}

function countOf({ part, of }: Share): string {
  return of === 0 ? '–' : `${String(part)}/${String(of)}`;
}

/** Rounded up, so that 0 % is said of none and of nothing more. */
function errorsOf({ part, of }: Share): string {
  return of === 0 ? '–' : `${(Math.ceil((part / of) * 10_000) / 100).toFixed(2)} %`;
}

/** Rounded down, so that 100 % is said of all and of nothing less. */
function percentOf({ part, of }: Share): string {
  return of === 0 ? '–' : `${(Math.floor((part / of) * 10_000) / 100).toFixed(2)} %`;
}
