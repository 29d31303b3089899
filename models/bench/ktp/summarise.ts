import { percentile } from '../metrics/percentile.js';
import { calibrate, SURE, type Calibration } from './calibration.js';
import { KTP_FIELDS } from './labelled-picture.js';
import type { JudgedField, JudgedPicture } from './judge-picture.js';

/** `part` of `of`. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

export interface NamedShare extends Share {
  readonly name: string;
}

export interface EngineSummary {
  readonly engine: string;
  readonly pictures: number;
  readonly failures: readonly { readonly file: string; readonly failure: string }[];
  /** Labelled fields that are exact. */
  readonly fields: Share;
  readonly byField: readonly NamedShare[];
  readonly byCondition: readonly NamedShare[];
  /** Cards with every labelled field exact. */
  readonly wholeCards: Share;
  /** Labelled values that stand anywhere in what was read; `null` for an engine without lines. */
  readonly anywhere: Share | null;
  /** Edit distance over the length of the truth; a value where none is printed adds its length. */
  readonly characterErrors: Share;
  /** Of the pictures taken for a KTP, those that are one. */
  readonly precision: Share;
  /** Of the KTPs, those taken for one. */
  readonly recall: Share;
  /** Pictures of something else with the verdict PASS; peers give no verdicts. */
  readonly passedNegatives: Share;
  /** KTPs with the verdict PASS, and of these those with a wrong NIK, name or date of birth. */
  readonly passed: Share;
  readonly passedWrong: Share;
  readonly calibration: Calibration;
  /** Of each field's values that were reported as sure, those that are right. */
  readonly sureByField: readonly NamedShare[];
  readonly ms: { readonly p50: number; readonly p95: number };
  readonly cpuMs: { readonly p50: number };
  readonly peakRssMib: number;
}

/** What a card must have right to be passed on. */
const REQUIRED: ReadonlySet<string> = new Set(['nik', 'name', 'dateOfBirth']);

/** The figures of one engine over all pictures, those it failed on included. */
export function summarise(engine: string, judged: readonly JudgedPicture[]): EngineSummary {
  const cards = judged.filter(({ isKtp }) => isKtp);
  const negatives = judged.filter(({ isKtp }) => !isKtp);
  const fields = cards.flatMap((card) => card.fields);
  const judges = judged.some(({ verdict }) => verdict !== null);
  const passed = cards.filter(isPassed);
  return {
    engine,
    pictures: judged.length,
    failures: judged.flatMap(({ file, failure }) => (failure === null ? [] : [{ file, failure }])),
    fields: countExact(fields),
    byField: KTP_FIELDS.map((name) => ({
      name,
      ...countExact(fields.filter(({ field }) => field === name)),
    })),
    byCondition: namesOf(cards).map((name) => ({
      name,
      ...countExact(
        cards.filter(({ condition }) => condition === name).flatMap((card) => card.fields),
      ),
    })),
    wholeCards: count(cards, (card) => card.fields.every(({ isExact }) => isExact)),
    anywhere: countAnywhere(fields),
    characterErrors: countErrors(fields),
    precision: count(
      judged.filter(({ wasReadAsKtp }) => wasReadAsKtp),
      ({ isKtp }) => isKtp,
    ),
    recall: count(cards, ({ wasReadAsKtp }) => wasReadAsKtp),
    passedNegatives: count(judges ? negatives : [], isPassed),
    passed: count(judges ? cards : [], isPassed),
    passedWrong: count(passed, (card) =>
      card.fields.some(({ field, isExact }) => REQUIRED.has(field) && !isExact),
    ),
    calibration: calibrate(fields.flatMap(toSureValue)),
    sureByField: KTP_FIELDS.map((name) => ({
      name,
      ...countExact(fields.filter(({ field, confidence }) => field === name && isSure(confidence))),
    })),
    ms: {
      p50: percentile(
        judged.map(({ ms }) => ms),
        0.5,
      ),
      p95: percentile(
        judged.map(({ ms }) => ms),
        0.95,
      ),
    },
    cpuMs: {
      p50: percentile(
        judged.flatMap(({ cpuMs }) => cpuMs ?? []),
        0.5,
      ),
    },
    peakRssMib: Math.max(0, ...judged.flatMap(({ peakRssMib }) => peakRssMib ?? [])),
  };
}

function namesOf(cards: readonly JudgedPicture[]): string[] {
  return [...new Set(cards.map(({ condition }) => condition))].sort();
}

function isSure(confidence: number | null): boolean {
  return confidence !== null && confidence >= SURE;
}

function isPassed({ verdict }: JudgedPicture): boolean {
  return verdict === 'PASS';
}

function countExact(fields: readonly JudgedField[]): Share {
  return count(fields, ({ isExact }) => isExact);
}

function countAnywhere(fields: readonly JudgedField[]): Share | null {
  const known = fields.filter(({ isAnywhere }) => isAnywhere !== null);
  return known.length === 0 ? null : count(known, ({ isAnywhere }) => isAnywhere === true);
}

function countErrors(fields: readonly JudgedField[]): Share {
  return {
    part: fields.reduce((sum, { errors }) => sum + errors, 0),
    of: fields.reduce((sum, { truth }) => sum + (truth?.length ?? 0), 0),
  };
}

function toSureValue({ confidence, isExact }: JudgedField) {
  return confidence === null ? [] : [{ confidence, isRight: isExact }];
}

function count<T>(items: readonly T[], isPart: (item: T) => boolean): Share {
  return { part: items.filter(isPart).length, of: items.length };
}
