import { expect, it } from 'vitest';
import { applyMinScore } from './apply-min-score.js';
import type { Judgement } from '../../contract/judgement.js';

const PASS: Judgement = { verdict: 'PASS', reasonCode: null };
const DOUBT: Judgement = { verdict: 'RETRY', reasonCode: 'FACE_MATCH_FAILED' };
const MISMATCH: Judgement = { verdict: 'REJECT', reasonCode: 'FACE_MATCH_FAILED' };
const DARK: Judgement = { verdict: 'RETRY', reasonCode: 'FACE_DARK' };

it.each([
  {
    says: 'the model decides without a threshold',
    judged: PASS,
    score: 0.5,
    min: null,
    then: PASS,
  },
  { says: 'a stricter partner doubts a pass', judged: PASS, score: 0.6, min: 0.7, then: DOUBT },
  { says: 'the threshold itself passes', judged: PASS, score: 0.7, min: 0.7, then: PASS },
  { says: 'a laxer partner passes a doubt', judged: DOUBT, score: 0.4, min: 0.3, then: PASS },
  { says: 'a doubt stays one below', judged: DOUBT, score: 0.2, min: 0.3, then: DOUBT },
  { says: 'a clear mismatch stays one', judged: MISMATCH, score: 0.1, min: 0, then: MISMATCH },
  { says: 'a dark face is no question of score', judged: DARK, score: 0.9, min: 0.1, then: DARK },
  { says: 'nothing measured, nothing moved', judged: DOUBT, score: null, min: 0, then: DOUBT },
])('$says', ({ judged, score, min, then }) => {
  const rule = { minScore: min, reasonCode: 'FACE_MATCH_FAILED' as const };
  expect(applyMinScore(judged, score, rule)).toEqual(then);
});
