import type { KtpConfidence } from '../../contract/ktp-details.js';
import type { ReasonCode } from '../../contract/reason-code.js';
import type { CardSign, CardSignName } from '../card/card-sign.js';
import type { Placement } from './inspection/inspect-card.js';
import type { KtpThresholds } from './thresholds.js';
import type { Judgement } from '../../contract/judgement.js';

export interface Evidence {
  /** Lines that were read surely, whatever they say. */
  readonly sureLines: number;
  readonly isKtp: boolean;
  /** Whether at least one label of the card was seen. */
  readonly hasLabel: boolean;
  readonly ktpConfidence: KtpConfidence;
  /** How surely a NIK that cannot exist is printed so, see `InterpretedCard`. */
  readonly impossibleNik: number | null;
  readonly placement: Placement;
  /** Only what could be measured. */
  readonly signs: readonly CardSign[];
}

type Faults = readonly (readonly [CardSignName, ReasonCode])[];

/** Nothing that was read from such a picture is passed on: it is misread with confidence. */
const HARMFUL: Faults = [
  ['size', 'KTP_TOO_SMALL'],
  ['overexposure', 'KTP_OVEREXPOSED'],
];
/** What explains that too little was read, and is no matter where enough was. */
const EXPLAINING: Faults = [
  ['darkness', 'KTP_DARK'],
  ['blur', 'KTP_BLURRY'],
  ['motion', 'KTP_BLURRY'],
];
/** Share of its threshold at which softness explains that too little was read, and proves nothing. */
const NEARLY = 0.95;
/** A value may be cut short and yet look whole. */
const HIDING: Faults = [
  ['crop', 'KTP_CROPPED'],
  ['obstruction', 'KTP_OBSTRUCTED'],
  ['glare', 'KTP_GLARE'],
];
/** Not the card itself, or not as it was issued. Asked for again: the holder may have the original. */
const UNREAL: Faults = [
  ['screen', 'KTP_SCREEN_CAPTURE'],
  ['photocopy', 'KTP_PHOTOCOPY'],
  ['print', 'KTP_PHOTOCOPY'],
  ['pasting', 'KTP_TAMPERED'],
  ['portrait', 'NOT_EKTP'],
];

/** What is no fault of a surface that nobody could look at: print alone may stand on any paper. */
const UNPLACED: Readonly<Record<Placement, ReasonCode | null>> = {
  PLACED: null,
  FEW_LABELS: 'KTP_CROPPED',
  NOT_AS_CARD: 'KTP_NOT_FOUND',
};

/** What a reading means for the attempt. A bad picture is asked for again, with what is wrong. */
export function judgeReading(evidence: Evidence, thresholds: KtpThresholds): Judgement {
  const find = (faults: Faults) => findFault(evidence.signs, faults);
  if (!evidence.isKtp) return judgeOther(evidence, thresholds);
  const isReadable = isUsable(evidence, thresholds);
  const fault =
    find(HARMFUL) ??
    (isLightless(evidence.signs, thresholds) ? 'KTP_DARK' : null) ??
    (isReadable ? null : explain(evidence.signs)) ??
    find(HIDING) ??
    find(UNREAL) ??
    (isReadable ? UNPLACED[evidence.placement] : 'KTP_NOT_READABLE');
  if (fault !== null) return retry(fault);
  const { impossibleNik } = evidence;
  if (impossibleNik !== null) {
    const isSure =
      explain(evidence.signs) === null && impossibleNik >= thresholds.sureNikConfidence;
    return isSure ? { verdict: 'REJECT', reasonCode: 'NIK_INVALID' } : retry('KTP_NOT_READABLE');
  }
  return { verdict: 'PASS', reasonCode: null };
}

function judgeOther(
  { signs, sureLines, hasLabel }: Evidence,
  { minLinesOfDocument }: KtpThresholds,
): Judgement {
  const isDocument = sureLines >= minLinesOfDocument;
  // What is cut off, or lies in the dark, is no evidence of another document.
  const unseen = findFault(signs, [
    ['crop', 'KTP_CROPPED'],
    ['darkness', 'KTP_DARK'],
  ]);
  if (unseen !== null) return retry(unseen);
  // A label on a bad picture: it may well be a KTP, so say what to do better. Smears break up into
  // small boxes, so what the whole picture shows comes before the size of its lines.
  const fault =
    findFault(signs, [['overexposure', 'KTP_OVEREXPOSED']]) ??
    explain(signs) ??
    findFault(signs, HARMFUL);
  if (fault !== null && (hasLabel || !isDocument)) return retry(fault);
  return retry(isDocument ? 'NOT_EKTP' : 'KTP_NOT_FOUND');
}

/** Why so little was read. Print that is nearly too soft is the likeliest cause where none is sure. */
function explain(signs: readonly CardSign[]): ReasonCode | null {
  const isSoft = signs.some(
    ({ name, score, threshold }) => name === 'blur' && score >= NEARLY * threshold,
  );
  return findFault(signs, EXPLAINING) ?? (isSoft ? 'KTP_BLURRY' : null);
}

/** Letters made of a few levels are misread with confidence, however well some come out. */
function isLightless(signs: readonly CardSign[], { minReadableLuminance }: KtpThresholds): boolean {
  return signs.some(
    ({ name, score }) => name === 'darkness' && score > 1 - minReadableLuminance / 255,
  );
}

function findFault(signs: readonly CardSign[], faults: Faults): ReasonCode | null {
  const isShown = (name: CardSignName) => signs.some((sign) => sign.name === name && sign.isFault);
  return faults.find(([name]) => isShown(name))?.[1] ?? null;
}

function isUsable({ ktpConfidence }: Evidence, thresholds: KtpThresholds): boolean {
  return (
    (ktpConfidence.nik ?? 0) >= thresholds.minNikConfidence &&
    (ktpConfidence.name ?? 0) >= thresholds.minNameConfidence &&
    (ktpConfidence.dateOfBirth ?? 0) >= thresholds.minDateOfBirthConfidence
  );
}

function retry(reasonCode: ReasonCode): Judgement {
  return { verdict: 'RETRY', reasonCode };
}
