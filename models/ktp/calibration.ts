import { z } from 'zod';
import type { KtpField } from '../../contract/ktp-details.js';
import calibrationFile from './calibration.json' with { type: 'json' };
import { FEATURES } from './confidence-features.js';

const fieldCalibration = z.object({
  /** Log odds of a right value when every feature is 0. */
  bias: z.number(),
  /** One for each of `FEATURES`. */
  weights: z.array(z.number()).length(FEATURES.length),
  /** Probability from which 99 % of the held-out values were right; `null` when none was sure. */
  sure: z.number().min(0.9).max(1).nullable(),
});
export type FieldCalibration = z.infer<typeof fieldCalibration>;

const calibration = z.object({
  /** The features that were fitted, to tell a file that is older than the reader. */
  features: z.array(z.string()),
  /** The command that made the file, and of what. */
  madeBy: z.object({ command: z.string(), cards: z.int(), date: z.iso.date() }).nullable(),
  fields: z.record(z.string(), fieldCalibration),
});

/** Fields without one keep the recogniser's confidence. */
export type Calibration = Readonly<Partial<Record<KtpField, FieldCalibration>>>;

/**
 * The fits of `models/ktp/calibration.json`, which `npm run calibrate:ktp` writes.
 *
 * @throws Error when it was fitted on other features than the reader computes
 */
export function readCalibration(file: unknown = calibrationFile): Calibration {
  const { features, fields } = calibration.parse(file);
  if (features.join() !== FEATURES.join())
    throw new Error('models/ktp/calibration.json is of other features: npm run calibrate:ktp');
  return fields;
}
