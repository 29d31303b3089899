import type { CrossCheck, CrossChecks, KtpField } from '../../../contract/ktp-details.js';
import type { PrintQuality } from '../../card/measure-print.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import { editDistance } from '../spelling/edit-distance.js';
import { weakestConfidence, type FieldValue } from '../fields/read-value.js';

/** What speaks for and against a value, each about -1 to 1 so that one ridge fits them all. */
export const FEATURES = [
  'readConfidence',
  'weakestCharacter',
  'correctedShare',
  'isUnlisted',
  'isListed',
  'isCorrected',
  'isRespaced',
  'isChosen',
  'disagreement',
  'isSettled',
  'checksPassed',
  'checksWarned',
  'sharpness',
  'contrast',
  'lineHeight',
  'length',
  'widestGap',
  'missed',
  'coverage',
  'offset',
  'penalty',
  'rivalry',
] as const;

export interface FieldEvidence {
  readonly value: FieldValue;
  /** What the other reading says; `null` when nothing. */
  readonly other: string | null;
  /** Whether it was read once, because the first reading left no doubt. */
  readonly isSettled: boolean;
  readonly checks: CrossChecks;
  readonly print: PrintQuality | null;
  /** Share of its line under glare or a finger, 0 to 1; 0 where that was not looked at. */
  readonly coverage: number;
  /** Line heights between its beginning and the column of values; 0 where there is none. */
  readonly offset: number;
}

/** The cross-checks that say something about a field. */
const CHECKS_OF: Readonly<Partial<Record<KtpField, readonly CrossCheck[]>>> = {
  nik: ['nikForm', 'nikBirthDate', 'nikGender', 'nikArea'],
  dateOfBirth: ['nikBirthDate', 'age', 'issueDate'],
  gender: ['nikGender'],
  province: ['areaChain', 'nikArea'],
  city: ['areaChain', 'placeOfIssue'],
  kecamatan: ['areaChain'],
  kelurahan: ['areaChain'],
  nationality: ['nationality'],
  validUntil: ['validity', 'nationality'],
  placeOfIssue: ['placeOfIssue'],
  dateOfIssue: ['issueDate', 'validity'],
  rt: ['rtRw'],
  rw: ['rtRw'],
};

/**
 * The numbers from which the confidence of a field is computed, in the order of `FEATURES`. The fit
 * and the reader both come here.
 */
export function computeFeatures(field: KtpField, evidence: FieldEvidence): number[] {
  const { value, other, isSettled, checks, print, coverage, offset } = evidence;
  const own = (CHECKS_OF[field] ?? []).map((check) => checks[check]);
  const letters = value.characters.filter(({ character }) => /\w/.test(character));
  const { reason } = value;
  return [
    toLogit(value.confidence),
    toLogit(weakestConfidence(letters)),
    Math.min(value.distance / Math.max(value.value.length, 1), 0.5) * 2,
    toNumber(value.isListed === false),
    toNumber(value.isListed === true),
    toNumber(reason !== 'AS_READ' && reason !== 'SPACING' && reason !== 'ALIAS'),
    toNumber(reason === 'SPACING'),
    toNumber(reason.startsWith('CHOSEN')),
    measureDisagreement(value.value, other),
    toNumber(isSettled),
    shareOf(own, (outcome) => outcome === 'PASS'),
    shareOf(own, (outcome) => outcome === 'WARN' || outcome === 'FAIL'),
    print?.sharpness ?? 0,
    (print?.contrast ?? 0) / 255,
    Math.log2(Math.max(print?.lineHeight ?? 1, 1) / 20),
    Math.min(value.value.length / 40, 1),
    measureWidestGap(value.characters),
    measureMissed(value.characters),
    coverage,
    // Cards print half a line height off their own column at most.
    Math.min(Math.max(Math.abs(offset) - 0.5, 0) / 3, 1),
    Math.min(Math.max(value.choice?.penalty ?? 0, 0) / MOST_NATS, 1),
    1 - Math.min(value.choice?.margin ?? MOST_NATS, MOST_NATS) / MOST_NATS,
  ];
}

/** Penalties and margins of a choice beyond it say no more. */
const MOST_NATS = 10;

/** Log odds over those of 0.999. */
function toLogit(probability: number): number {
  const bounded = Math.min(Math.max(probability, 0.001), 0.999);
  return Math.log(bounded / (1 - bounded)) / Math.log(999);
}

function toNumber(isTrue: boolean): number {
  return isTrue ? 1 : 0;
}

function shareOf<T>(items: readonly T[], is: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(is).length / items.length;
}

function measureDisagreement(value: string, other: string | null): number {
  if (other === null) return 1;
  return Math.min(editDistance(value, other) / Math.max(value.length, 1), 0.5) * 2;
}

/** The likeliest character that may have been overlooked within the value. */
function measureMissed(characters: readonly ReadCharacter[]): number {
  const missed = characters.slice(1).flatMap(({ missedBefore = [] }) => missedBefore);
  return Math.max(...missed.map(({ confidence }) => confidence), 0);
}

/**
 * Letters that glare has swallowed leave a gap: the widest step between two neighbours over the
 * usual one, 0 for even steps and 1 for four times as wide.
 */
function measureWidestGap(characters: readonly ReadCharacter[]): number {
  const steps = characters
    .map(({ position }, at) => position - (characters[at - 1]?.position ?? position))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length / 2)];
  const widest = steps.at(-1);
  if (usual === undefined || widest === undefined) return 0;
  return Math.min((widest / usual - 1) / 3, 1);
}
