import {
  captureKey,
  plainCaptureKey,
  type CaptureRef,
  type CaptureTries,
} from '../contract/capture.js';
import type { Challenge } from '../contract/challenge.js';
import type { CheckVerdict } from '../contract/check-verdict.js';
import { CHECK_INPUTS, type CheckName, type DocumentType, type Flow } from '../contract/flow.js';
import { isChallengeCode, type VerdictCode } from '../contract/reason-code.js';
import { ConfirmRejection, type ConfirmCapturesInput } from '../contract/submission-messages.js';

/**
 * Where the captures of one submission stand. Plain data and pure functions, so that the rules of
 * attempts are tested without Temporal.
 */
export interface CaptureGate {
  readonly submissionId: string;
  /** The attempt that is open or being processed, from 1. */
  readonly attempt: number;
  /** What the open attempt asks for; empty while one is processed and after the end. */
  readonly awaiting: readonly DocumentType[];
  readonly isFinished: boolean;
  /** The newest of each; those that are not taken again carry over to the next attempt. */
  readonly captures: Readonly<Partial<Record<DocumentType, CaptureRef>>>;
  readonly tries: CaptureTries;
  /** Of the checks whose captures have not changed since. */
  readonly verdicts: Readonly<Partial<Record<CheckName, CheckVerdict>>>;
  /** What the submission ends with when its attempts are used up. */
  readonly lastVerdictCode: VerdictCode | null;
  /** What the open attempt has to answer besides. */
  readonly challenge: Challenge | null;
  /** How many movements the app that confirmed last can ask for, one after the other. */
  readonly maxMovements: number;
  /** It took so long to be recorded that the person had not its whole time. */
  readonly isToldLate: boolean;
  /** How many challenges were asked. */
  readonly challenges: number;
  /** A check wanted one, whether or not another check's reason came before it. */
  readonly isChallengeWanted: boolean;
}

export function openGate(submissionId: string, captures: readonly DocumentType[]): CaptureGate {
  return {
    submissionId,
    attempt: 1,
    awaiting: captures,
    isFinished: false,
    captures: {},
    tries: {},
    verdicts: {},
    lastVerdictCode: null,
    challenge: null,
    isToldLate: false,
    maxMovements: 1,
    challenges: 0,
    isChallengeWanted: false,
  };
}

/** Why a confirm is refused, or null. Reads only: it runs inside the update's validator. */
export function findRejection(
  gate: CaptureGate,
  confirm: ConfirmCapturesInput,
): ConfirmRejection | null {
  if (gate.isFinished) return ConfirmRejection.SUBMISSION_ALREADY_FINISHED;
  if (confirm.attempt > gate.attempt) return ConfirmRejection.ATTEMPT_NOT_OPEN;
  const isOpen = confirm.attempt === gate.attempt && gate.awaiting.length > 0;
  if (!isOpen) return ConfirmRejection.ATTEMPT_ALREADY_CONFIRMED;
  const isComplete =
    areAwaited(gate, confirm.captures) && confirm.captures.every((ref) => isInPlace(gate, ref));
  return isComplete ? null : ConfirmRejection.WRONG_CAPTURES;
}

/** The same for addresses of images, which only a flow without a person takes. */
export function findImagesRejection(
  gate: CaptureGate,
  flow: Flow,
  images: readonly { readonly documentType: DocumentType }[],
): ConfirmRejection | null {
  if (gate.isFinished) return ConfirmRejection.SUBMISSION_ALREADY_FINISHED;
  if (gate.awaiting.length === 0) return ConfirmRejection.ATTEMPT_ALREADY_CONFIRMED;
  const isComplete = !flow.isAttended && areAwaited(gate, images);
  return isComplete ? null : ConfirmRejection.WRONG_CAPTURES;
}

/** Whether these are exactly the captures that the open attempt asks for. */
function areAwaited(
  { awaiting }: CaptureGate,
  given: readonly { readonly documentType: DocumentType }[],
): boolean {
  const types = given.map(({ documentType }) => documentType);
  return types.length === awaiting.length && awaiting.every((type) => types.includes(type));
}

function isInPlace({ submissionId, attempt }: CaptureGate, ref: CaptureRef): boolean {
  const place = { submissionId, attempt, documentType: ref.documentType };
  return ref.key === captureKey(place, ref.sha256) || ref.key === plainCaptureKey(place);
}

/** The open attempt has its captures: it is processed from now on. */
export function takeCaptures(
  gate: CaptureGate,
  captures: readonly CaptureRef[],
  maxMovements = 1,
): CaptureGate {
  const types = captures.map(({ documentType }) => documentType);
  return {
    ...gate,
    maxMovements,
    awaiting: [],
    captures: {
      ...gate.captures,
      ...Object.fromEntries(captures.map((ref) => [ref.documentType, ref])),
    },
    tries: gate.challenge === null ? countTries(gate.tries, types) : gate.tries,
    verdicts: Object.fromEntries(
      Object.values(gate.verdicts)
        .filter(({ check }) => !CHECK_INPUTS[check].some((input) => types.includes(input)))
        .map((verdict) => [verdict.check, verdict]),
    ),
  };
}

function countTries(tries: CaptureTries, types: readonly DocumentType[]): CaptureTries {
  const counted = types.map((type) => [type, (tries[type] ?? 0) + 1] as const);
  return { ...tries, ...Object.fromEntries(counted) };
}

/** A picture that nobody was asked for: the partner's reference image. */
export function addCapture(gate: CaptureGate, capture: CaptureRef): CaptureGate {
  return { ...gate, captures: { ...gate.captures, [capture.documentType]: capture } };
}

/** What an attempt has taken, as long as none of it was taken again. */
export function listTaken(gate: CaptureGate, attempt: number): readonly CaptureRef[] {
  return Object.values(gate.captures).filter((ref) => isInPlace({ ...gate, attempt }, ref));
}

/** The checks that have no verdict on the present captures. */
export function listOpenChecks(gate: CaptureGate, checks: readonly CheckName[]): CheckName[] {
  return checks.filter((check) => gate.verdicts[check] === undefined);
}

export function addVerdicts(gate: CaptureGate, verdicts: readonly CheckVerdict[]): CaptureGate {
  const added = Object.fromEntries(verdicts.map((verdict) => [verdict.check, verdict]));
  const isWanted = verdicts.some(
    (verdict) => verdict.verdict !== 'PASS' && isChallengeCode(verdict.reasonCode),
  );
  return {
    ...gate,
    verdicts: { ...gate.verdicts, ...added },
    isChallengeWanted: gate.isChallengeWanted || isWanted,
  };
}

/**
 * - `ASKED`: a check wants one, and it counts.
 * - `AGAIN`: an answer came too late or its picture could not be judged, so there was none. Another one is
 *   drawn, and it counts as a try at the selfie.
 * - `UNTOLD`: an answer came too late because the question did. Another one is drawn, and it counts as nothing.
 */
export type ChallengeDue = 'NONE' | 'ASKED' | 'AGAIN' | 'UNTOLD';

export interface Reopening {
  /** The captures to take again. */
  readonly captures: readonly DocumentType[];
  readonly lastVerdictCode: VerdictCode | null;
  readonly challengeDue: ChallengeDue;
}

/** Opens the next attempt. */
export function reopenGate(
  gate: CaptureGate,
  { captures, lastVerdictCode, challengeDue }: Reopening,
  draw: (gate: CaptureGate, due: ChallengeDue) => Challenge | null,
): CaptureGate {
  const challenge = draw(gate, challengeDue);
  const isAsked = challengeDue === 'ASKED';
  // Submissions from before one was drawn again go on without.
  const isAgain = challengeDue === 'AGAIN' && challenge !== null;
  return {
    ...gate,
    attempt: gate.attempt + 1,
    awaiting: captures,
    lastVerdictCode,
    challenge,
    isToldLate: false,
    challenges: gate.challenges + (isAsked ? 1 : 0),
    tries: isAgain ? countTries(gate.tries, ['SELFIE']) : gate.tries,
  };
}

export function finishGate(gate: CaptureGate): CaptureGate {
  return { ...gate, awaiting: [], isFinished: true };
}

/** The last attempt that was confirmed, 0 when none was. */
export function lastConfirmedAttempt(gate: CaptureGate): number {
  const isWaiting = gate.awaiting.length > 0;
  return isWaiting ? gate.attempt - 1 : gate.attempt;
}
