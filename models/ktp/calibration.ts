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
  /** The command that made the file, and of what. */
  madeBy: z.object({ command: z.string(), cards: z.int(), date: z.iso.date() }).nullable(),
  fields: z.record(z.string(), fieldCalibration),
});

/** Fields without one keep the recogniser's confidence. */
export type Calibration = Readonly<Partial<Record<KtpField, FieldCalibration>>>;

/** The fits of `models/ktp/calibration.json`, which `npm run calibrate:ktp` writes. */
export function readCalibration(): Calibration {
  return calibration.parse(calibrationFile).fields;
}
