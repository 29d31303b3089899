/** A value that was reported with a confidence. */
export interface SureValue {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** One tenth of the scale. */
interface ReliabilityRow {
  /** Least confidence of the row; the last reaches 1. */
  readonly from: number;
  readonly values: number;
  readonly right: number;
  readonly meanConfidence: number;
}

export interface Calibration {
  readonly values: number;
  /** Values reported with at least `SURE`, and how many of them are right. */
  readonly sure: number;
  readonly sureRight: number;
  /** Tenths that hold at least one value. */
  readonly rows: readonly ReliabilityRow[];
  /**
   * Expected calibration error (Naeini et al., AAAI 2015): the distance between confidence and share
   * of right values, over ten equal bins, weighted by their size. 0 is perfect.
   */
  readonly expectedError: number;
}

/** From here a field is reported as sure (issue: of these at least 99 % must be right). */
export const SURE = 0.9;
const BINS = 10;

export function calibrate(values: readonly SureValue[]): Calibration {
  const rows = Array.from({ length: BINS }, (_, bin) => {
    const own = values.filter(({ confidence }) => binOf(confidence) === bin);
    const sum = own.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from: bin / BINS,
      values: own.length,
      right: own.filter(({ isRight }) => isRight).length,
      meanConfidence: own.length === 0 ? 0 : sum / own.length,
    };
  }).filter((row) => row.values > 0);
  const gaps = rows.map(
    (row) => Math.abs(row.right / row.values - row.meanConfidence) * row.values,
  );
  const sure = values.filter(({ confidence }) => confidence >= SURE);
  return {
    values: values.length,
    sure: sure.length,
    sureRight: sure.filter(({ isRight }) => isRight).length,
    rows,
    expectedError: gaps.reduce((total, gap) => total + gap, 0) / Math.max(values.length, 1),
  };
}

function binOf(confidence: number): number {
  return Math.min(Math.max(Math.floor(confidence * BINS), 0), BINS - 1);
}
