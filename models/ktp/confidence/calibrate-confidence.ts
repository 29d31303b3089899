import type { FieldCalibration } from './calibration.js';

/** Confidence from which a value counts as sure, and 99 % of such values are to be right. */
export const SURE_CONFIDENCE = 0.9;
/** Highest below it. */
const UNSURE_CEILING = 0.899;
/** Nothing that was read from a picture is certain. */
const CEILING = 0.999;

/**
 * The probability that a value is right, on a scale where 0.9 is what held-out cards call sure.
 * Above and below that point the scale is straight.
 */
export function calibrateConfidence(
  features: readonly number[],
  calibration: FieldCalibration,
): number {
  const probability = estimateProbability(features, calibration);
  const { sure } = calibration;
  if (sure === null) return Math.min(probability, UNSURE_CEILING);
  if (probability < sure) return Math.min((probability / sure) * SURE_CONFIDENCE, UNSURE_CEILING);
  const share = sure >= 1 ? 0 : (probability - sure) / (1 - sure);
  return SURE_CONFIDENCE + share * (CEILING - SURE_CONFIDENCE);
}

/** 0 to 1, by the logistic model alone. */
export function estimateProbability(
  features: readonly number[],
  { bias, weights }: Pick<FieldCalibration, 'bias' | 'weights'>,
): number {
  const odds = features.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), bias);
  return 1 / (1 + Math.exp(-odds));
}
