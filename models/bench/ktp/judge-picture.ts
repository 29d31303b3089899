import type { EngineFailure } from '../engines/engine-process.js';
import type { KtpField } from '../../../contract/ktp-details.js';
import { editDistance } from '../../ktp/spelling/edit-distance.js';
import { isAnywhere } from './find-anywhere.js';
import { KTP_FIELDS, type FieldValues, type LabelledPicture } from './labelled-picture.js';
import { normaliseValue } from './to-wire-truth.js';

/** What an engine made of one picture. */
export interface EngineReading {
  readonly isKtp: boolean;
  readonly details: FieldValues;
  readonly confidence: Readonly<Partial<Record<KtpField, number>>>;
  /** Kenali's alone. */
  readonly verdict?: string | undefined;
  readonly reasonCode?: string | null | undefined;
  /** Every line that was read, in the engine's order; absent where the engine shows none. */
  readonly lines?: readonly string[] | undefined;
  /** From the encoded bytes in memory to the answer. */
  readonly ms: number;
  readonly cpuMs: number;
  /** Largest resident size of the engine's process so far. */
  readonly peakRssMib: number;
}

export interface JudgedField {
  readonly field: KtpField;
  readonly truth: string | null;
  readonly read: string | null;
  readonly isExact: boolean;
  /** Letters to change, add and take away. */
  readonly errors: number;
  /** `null` where nothing was read, or no confidence given. */
  readonly confidence: number | null;
  /** `null` where it cannot be told, see `isAnywhere`. */
  readonly isAnywhere: boolean | null;
}

export interface JudgedPicture {
  readonly file: string;
  readonly condition: string;
  readonly isKtp: boolean;
  /** A picture that made the engine fail was not recognised as a KTP. */
  readonly wasReadAsKtp: boolean;
  readonly fields: readonly JudgedField[];
  readonly verdict: string | null;
  readonly reasonCode: string | null;
  readonly failure: string | null;
  readonly ms: number;
  readonly cpuMs: number | null;
  readonly peakRssMib: number | null;
}

/** Compares an engine's answer with the labels, field by field; only labelled fields count. */
export function judgePicture(
  picture: LabelledPicture,
  answer: EngineReading | EngineFailure,
): JudgedPicture {
  const reading = 'failure' in answer ? null : answer;
  return {
    file: picture.file,
    condition: picture.condition,
    isKtp: picture.isKtp,
    wasReadAsKtp: reading?.isKtp ?? false,
    fields: KTP_FIELDS.filter((field) => field in picture.truth).map((field) =>
      judgeField(field, picture.truth, reading),
    ),
    verdict: reading?.verdict ?? null,
    reasonCode: reading?.reasonCode ?? null,
    failure: 'failure' in answer ? answer.failure : null,
    ms: answer.ms,
    cpuMs: reading?.cpuMs ?? null,
    peakRssMib: reading?.peakRssMib ?? null,
  };
}

function judgeField(
  field: KtpField,
  truths: FieldValues,
  reading: EngineReading | null,
): JudgedField {
  const truth = normaliseValue(truths[field] ?? null);
  const read = normaliseValue(reading?.details[field] ?? null);
  return {
    field,
    truth,
    read,
    // Without an answer not even a blank was read right.
    isExact: reading !== null && read === truth,
    errors: editDistance(read ?? '', truth ?? ''),
    confidence: read === null ? null : (reading?.confidence[field] ?? null),
    isAnywhere: anywhere(field, truths, reading),
  };
}

function anywhere(field: KtpField, truths: FieldValues, reading: EngineReading | null) {
  // A failed picture finds nothing; an engine that shows no lines is not asked.
  if (reading === null) return isAnywhere(field, truths, []);
  return reading.lines === undefined ? null : isAnywhere(field, truths, reading.lines);
}
