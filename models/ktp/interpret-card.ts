import type {
  CrossChecks,
  FieldTraces,
  KtpConfidence,
  KtpDetails,
  KtpField,
} from '../../contract/ktp-details.js';
import type { PrintQuality } from '../card/measure-print.js';
import type { CardSlots, Slot } from './layout/card-slots.js';
import { measureOffsets } from './confidence/measure-offsets.js';
import { calibrateConfidence } from './confidence/calibrate-confidence.js';
import type { Calibration } from './confidence/calibration.js';
import {
  combineReadings,
  isSettled,
  type CardReadings,
  type CombinedReadings,
} from './fields/combine-readings.js';
import { computeFeatures } from './confidence/confidence-features.js';
import { crossCheck, type CrossCheckContext } from './cross-check/cross-check.js';
import { pickDigits } from './spelling/fold-glyphs.js';
import { isOneDigitOff } from './nik/is-one-digit-off.js';
import { composeDetails, toFieldValue } from './fields/read-details.js';
import { textOf, type FieldValue } from './fields/read-value.js';
import { mapFields, roundTo3, SLOT_OF } from './layout/trace-fields.js';

export interface InterpretedCard {
  readonly ktpDetails: KtpDetails;
  /** Calibrated where the calibration has the field, else as read. */
  readonly ktpConfidence: KtpConfidence;
  readonly fields: FieldTraces;
  readonly crossChecks: CrossChecks;
  /**
   * How surely a NIK that cannot exist is printed so, 0 to 1: its confidence had its own checks passed,
   * as they fail for the forged and the misread alike, and 0 where one misread digit may be why. `null`
   * for any other NIK.
   */
  readonly impossibleNik: number | null;
  /** What the confidences were computed from, in the order of `FEATURES`. */
  readonly features: ConfidenceFeatures;
}

export type ConfidenceFeatures = Readonly<Partial<Record<KtpField, readonly number[]>>>;

export interface InterpretationContext extends CrossCheckContext {
  readonly print: PrintQuality | null;
  readonly calibration: Calibration;
  /** Share of each slot's line under glare or a finger. */
  readonly coverage?: ReadonlyMap<Slot, number>;
  /** Where the lines of each slot stand. */
  readonly slots?: CardSlots;
}

/** Everything that follows from what both recognisers saw in the slots of a card. */
export function interpretCard(
  readings: CardReadings,
  context: InterpretationContext,
): InterpretedCard {
  const combined = combineReadings(readings, context.areas);
  const valueOf = (slot: Slot) => readings.surer.get(slot) ?? [];
  const read = composeDetails(valueOf, combined.nik, combined.values);
  const crossChecks = crossCheck(read.ktpDetails, context);
  const offsets = measureOffsets(context.slots ?? new Map());
  const featuresOf = (field: KtpField, checks: CrossChecks) => {
    const value = valueIn(combined, field, readings);
    if (value === null || read.ktpConfidence[field] === undefined) return null;
    return computeFeatures(field, {
      value,
      other: otherValueIn(combined, field, readings),
      isSettled: isSettled(SLOT_OF[field], readings),
      checks,
      print: context.print,
      coverage: context.coverage?.get(SLOT_OF[field]) ?? 0,
      offset: offsets.get(SLOT_OF[field]) ?? 0,
    });
  };
  const confidenceOf = (features: ConfidenceFeatures) =>
    calibrate(read.ktpConfidence, features, context.calibration);
  const rateImpossibleNik = () => {
    if (isOneDigitOff(read.ktpDetails)) return 0;
    const nik = featuresOf('nik', { ...crossChecks, ...PASSED_BY_NIK });
    return confidenceOf(nik === null ? {} : { nik }).nik ?? null;
  };
  const features = dropNull(mapFields((field) => featuresOf(field, crossChecks)));
  return {
    ktpDetails: read.ktpDetails,
    ktpConfidence: confidenceOf(features),
    fields: dropNull(read.fields),
    crossChecks,
    impossibleNik: crossChecks.nikForm === 'FAIL' ? rateImpossibleNik() : null,
    features,
  };
}

/** What a NIK that can exist and agrees with the print passes. */
const PASSED_BY_NIK: CrossChecks = {
  nikForm: 'PASS',
  nikBirthDate: 'PASS',
  nikGender: 'PASS',
  nikArea: 'PASS',
};

function valueIn(
  { nik, values }: CombinedReadings,
  field: KtpField,
  { surer }: CardReadings,
): FieldValue | null {
  if (field !== 'nik') return values[field];
  return nik && toFieldValue(nik, surer.get('nik') ?? []);
}

function otherValueIn(
  { other }: CombinedReadings,
  field: KtpField,
  readings: CardReadings,
): string | null {
  if (field !== 'nik') return other[field]?.value ?? null;
  return pickDigits(textOf(readings.other.get('nik') ?? []));
}

function calibrate(
  asRead: KtpConfidence,
  features: ConfidenceFeatures,
  calibration: Calibration,
): KtpConfidence {
  const confidence = (field: KtpField) => {
    const [own, model] = [features[field], calibration[field]];
    if (own === undefined || model === undefined) return asRead[field] ?? null;
    return roundTo3(calibrateConfidence(own, model));
  };
  return dropNull(mapFields(confidence));
}

function dropNull<T>(fields: Readonly<Record<KtpField, T | null>>): Partial<Record<KtpField, T>> {
  const kept: Partial<Record<KtpField, T>> = {};
  mapFields((field) => {
    const own = fields[field];
    if (own !== null) kept[field] = own;
  });
  return kept;
}
