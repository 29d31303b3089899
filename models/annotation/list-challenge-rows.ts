import type { ChallengeAction } from '../../contract/challenge.js';
import type { ChallengeAssessment } from '../challenge/challenge-assessor.js';
import { formatFigure } from './format-figure.js';
import type { PanelRow } from './list-panel-rows.js';
import { PALETTE } from './palette.js';

/** Verdict, what an answer needs and what speaks against it, each with its limit. */
export function listChallengeRows(
  action: ChallengeAction,
  { isAnswered, evidence, signs, timingsMs }: ChallengeAssessment,
): PanelRow[] {
  const title = isAnswered ? 'ANSWERED' : 'NOT ANSWERED';
  return [
    { kind: 'TITLE', text: title, colour: isAnswered ? PALETTE.sure : PALETTE.poor },
    { kind: 'ROW', text: 'asked for', value: action },
    { kind: 'HEADING', text: 'WHAT AN ANSWER NEEDS: MEASURED, LIMIT' },
    ...evidence.criteria.map(({ name, score, threshold, isMet }) =>
      toRow(name, score, threshold, isMet),
    ),
    { kind: 'HEADING', text: 'SIGNS OF A DECEIT: SCORE, FROM' },
    ...signs.map(({ name, score, threshold, isSpoof }) => toRow(name, score, threshold, !isSpoof)),
    { kind: 'HEADING', text: 'TIME' },
    { kind: 'ROW', text: 'faces', value: `${String(timingsMs.find)} ms` },
    { kind: 'ROW', text: 'comparisons', value: `${String(timingsMs.compare)} ms` },
  ];
}

function toRow(text: string, score: number, limit: number, isGood: boolean): PanelRow {
  return {
    kind: 'ROW',
    text,
    value: `${formatFigure(score)}, ${formatFigure(limit)}`,
    colour: isGood ? PALETTE.sure : PALETTE.poor,
  };
}
