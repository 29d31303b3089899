import { z } from 'zod';
import type { KtpField } from '../../../contract/ktp-details.js';
import type { RecogniserModel } from '../../text/text-recogniser.js';
import generalSmall from './calibrations/general-small.json' with { type: 'json' };
import generalTiny from './calibrations/general-tiny.json' with { type: 'json' };
import ownAndGeneral from './calibrations/own-and-general.json' with { type: 'json' };
import own from './calibrations/own.json' with { type: 'json' };
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

/** Networks differ in what they are sure of, so each choice of them has a fit of its own. */
const FILES: Readonly<Record<RecogniserModel, unknown>> = {
  'own-and-general': ownAndGeneral,
  own,
  'general-small': generalSmall,
  'general-tiny': generalTiny,
};

/**
 * The fits of `models/ktp/confidence/calibrations/` for the networks that read, which `npm run calibrate:ktp` writes.
 *
 * @throws Error when they were fitted on other features than the reader computes
 */
export function readCalibration(model: RecogniserModel, file: unknown = FILES[model]): Calibration {
  const { features, fields } = calibration.parse(file);
  if (features.join() !== FEATURES.join())
    throw new Error(
      `models/ktp/confidence/calibrations/${model}.json is of other features: npm run calibrate:ktp`,
    );
  return fields;
}
