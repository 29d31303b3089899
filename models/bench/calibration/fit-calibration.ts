import type { KtpField } from '../../../contract/ktp-details.js';
import { estimateProbability } from '../../ktp/confidence/calibrate-confidence.js';
import type { Calibration, FieldCalibration } from '../../ktp/confidence/calibration.js';
import { FEATURES } from '../../ktp/confidence/confidence-features.js';
import { chooseSure, type Prediction } from './choose-sure.js';
import { fitLogistic, refitBias, type Direction, type LogisticModel } from './fit-logistic.js';

/** One value that a reading gave, with the card it stands on. */
export interface Sample {
  readonly card: number;
  readonly field: KtpField;
  readonly features: readonly number[];
  readonly isRight: boolean;
}

export interface FittedField {
  readonly field: KtpField;
  readonly values: number;
  readonly right: number;
  /** Held-out values called sure, and those of them that were wrong. */
  readonly sure: number;
  readonly sureAndWrong: number;
}

export interface FittedCalibration {
  readonly fields: Calibration;
  readonly summary: readonly FittedField[];
}

/** Fields that fail alike share weights; each has a bias and a threshold of its own. */
const GROUPS: readonly (readonly KtpField[])[] = [
  ['nik'],
  ['name'],
  ['address'],
  ['placeOfBirth', 'placeOfIssue'],
  ['dateOfBirth', 'dateOfIssue', 'validUntil'],
  ['rt', 'rw'],
  ['gender', 'bloodType', 'religion', 'maritalStatus', 'occupation', 'nationality'],
  ['province', 'city', 'kecamatan', 'kelurahan'],
];
const FOLDS = 5;

const DIRECTIONS: Readonly<Record<(typeof FEATURES)[number], Direction>> = {
  readConfidence: 'UP',
  weakestCharacter: 'UP',
  correctedShare: 'DOWN',
  isUnlisted: 'DOWN',
  isListed: 'UP',
  isCorrected: 'DOWN',
  isRespaced: 'DOWN',
  isChosen: 'DOWN',
  disagreement: 'DOWN',
  isSettled: 'UP',
  checksPassed: 'UP',
  checksWarned: 'DOWN',
  sharpness: 'UP',
  contrast: 'UP',
  lineHeight: 'UP',
  length: 'DOWN',
  widestGap: 'DOWN',
  missed: 'DOWN',
  coverage: 'DOWN',
  offset: 'DOWN',
  penalty: 'DOWN',
  rivalry: 'DOWN',
};

const directions = FEATURES.map((name) => DIRECTIONS[name]);

/**
 * One model a field, near what all fields have in common; the point of certainty is chosen on cards its
 * model has not seen.
 */
export function fitCalibration(samples: readonly Sample[]): FittedCalibration {
  const fields: Partial<Record<KtpField, FieldCalibration>> = {};
  const summary: FittedField[] = [];
  const expected = fitLogistic(samples, directions).weights;
  const expectedWithout = Array.from(
    { length: FOLDS },
    (_, fold) => fitLogistic(withoutFold(samples, fold), directions).weights,
  );
  for (const group of GROUPS) {
    const own = samples.filter(({ field }) => group.includes(field));
    if (own.length === 0) continue;
    const models = fitGroup(own, expected);
    const heldOut = predictHeldOut(own, expectedWithout);
    for (const field of group) {
      const model = models.get(field);
      if (model === undefined) continue;
      const predictions = heldOut.get(field) ?? [];
      const sure = chooseSure(predictions);
      fields[field] = { bias: round(model.bias), weights: model.weights.map(round), sure };
      summary.push(summarise(field, predictions, sure));
    }
  }
  return { fields, summary };
}

function fitGroup(
  samples: readonly Sample[],
  expected: readonly number[],
): Map<KtpField, LogisticModel> {
  const shared = fitLogistic(samples, directions, expected);
  const models = new Map<KtpField, LogisticModel>();
  for (const field of new Set(samples.map((sample) => sample.field))) {
    const own = samples.filter((sample) => sample.field === field);
    models.set(field, refitBias(own, shared));
  }
  return models;
}

function predictHeldOut(
  samples: readonly Sample[],
  expectedWithout: readonly (readonly number[])[],
): Map<KtpField, Prediction[]> {
  const predictions = new Map<KtpField, Prediction[]>();
  for (const [fold, expected] of expectedWithout.entries()) {
    const models = fitGroup(withoutFold(samples, fold), expected);
    for (const { card, field, features, isRight } of samples) {
      const model = models.get(field);
      if (foldOf(card) !== fold || model === undefined) continue;
      const probability = estimateProbability(features, toFit(model));
      predictions.set(field, [...(predictions.get(field) ?? []), { probability, isRight }]);
    }
  }
  return predictions;
}

function withoutFold(samples: readonly Sample[], fold: number): Sample[] {
  return samples.filter(({ card }) => foldOf(card) !== fold);
}

/** Conditions come round in turns, so consecutive numbers are scattered (Knuth's multiplier). */
function foldOf(card: number): number {
  return (Math.imul(card, 2654435761) >>> 8) % FOLDS;
}

function summarise(
  field: KtpField,
  predictions: readonly Prediction[],
  sure: number | null,
): FittedField {
  const called = predictions.filter(({ probability }) => sure !== null && probability >= sure);
  return {
    field,
    values: predictions.length,
    right: predictions.filter(({ isRight }) => isRight).length,
    sure: called.length,
    sureAndWrong: called.filter(({ isRight }) => !isRight).length,
  };
}

function toFit({ bias, weights }: LogisticModel) {
  return { bias, weights: [...weights] };
}

/** Four decimals of log odds are more than the samples tell, and a file one can read. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
