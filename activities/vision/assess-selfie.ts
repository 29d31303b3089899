import type { AssessmentSign } from '../../contract/assessment-sign.js';
import type { SelfieFingerprintStore } from '../../db/selfie-fingerprint-store.js';
import type { CaptureNonces } from '../../keys/capture-nonces.js';
import type { BurstSignName } from '../../models/frames/burst-sign.js';
import { mapInLanes } from '../../models/frames/map-in-lanes.js';
import type { LivenessCheckInput } from '../activity-types.js';
import {
  SIGN_EFFECTS,
  toAssessmentSign,
  type CaptureSign,
  type SignEffect,
} from './capture-sign.js';
import { comparePictures } from './compare-pictures.js';
import { isJudged, judgeSelfie } from './judge-selfie.js';
import type { Selfie } from './load-selfie.js';
import type { Judgement } from '../../contract/judgement.js';
import type { PictureSign, VisionModels } from './vision-models.js';

/** The one sign of a burst that no camera brings about, see `models/frames/burst-sign.ts`. */
const LOOP: BurstSignName = 'repeated-frames';

const BURST_SIGNS: ReadonlySet<string> = new Set([
  'frozen-frames',
  'repeated-frames',
  'impossible-timing',
  'foreign-still',
] satisfies BurstSignName[]);

export interface SelfieAssessment {
  readonly verdict: Judgement;
  readonly score: number | null;
  readonly signs: readonly AssessmentSign[];
}

export interface SelfieDependencies {
  readonly models: Pick<VisionModels, 'livenessAssessor' | 'challengeAssessor' | 'pictures'>;
  readonly captureNonces: Pick<CaptureNonces, 'isIssued'>;
  readonly fingerprints: SelfieFingerprintStore;
}

/** Everything that is measured on a selfie and its frames, and what follows from it. */
export async function assessSelfie(
  from: SelfieDependencies,
  input: LivenessCheckInput,
  selfie: Selfie,
): Promise<SelfieAssessment> {
  const passive = await from.models.livenessAssessor.assess(choosePassive(input, selfie));
  const answer = await readAnswer(from, input, selfie);
  const hasFace = passive.face !== null;
  const burst = await readBurst(from, answer, selfie);
  const found = [
    { name: 'foreign-nonce', isFound: hasForeignNonce(from, input, selfie) },
    { name: 'broken-frames', isFound: selfie.areFramesBroken },
    // Black is like black: a covered lens films what looks like a loop.
    { name: 'looped-frames', isFound: hasFace && hasLoop(burst) },
    { name: 'unnatural-burst', isFound: burst.some(({ isSpoof }) => isSpoof) },
    { name: 'spoofed-answer', isFound: answer !== null && (await isSpoofedAnswer(from, selfie)) },
    // Where no face is found there may be nothing at all: one dark picture is like another.
    ...(hasFace ? await comparePictures(from, input, selfie) : []),
  ] as const;
  const verdict = judgeSelfie(
    {
      passive,
      effects: found.filter(({ isFound }) => isFound).map((sign) => effectOf(sign, input)),
      hasFrames: selfie.frames.length > 0 || selfie.areFramesBroken,
      isAnswered: answer?.isAnswered ?? null,
    },
    { minScore: input.minScore ?? null, challengeUse: input.challengeUse ?? 'IF_IN_DOUBT' },
  );
  const signs = [
    ...[...passive.signs, ...burst].map(toStoredSign),
    ...(answer === null ? [] : describeAnswer(answer)),
    ...found.map(toAssessmentSign),
  ];
  return { verdict, score: passive.livenessScore, signs };
}

type Answer = Awaited<ReturnType<VisionModels['challengeAssessor']['assess']>>;

/**
 * Frames of an answer do not count into the score: it was measured on faces that look at the camera.
 * They are judged apart, see `isSpoofedAnswer`.
 */
function choosePassive({ challenge }: LivenessCheckInput, { still, frames }: Selfie) {
  return { still, frames: challenge === undefined ? frames : [] };
}

/** Null where the attempt carries no challenge. */
async function readAnswer(
  { models }: SelfieDependencies,
  { challenge }: LivenessCheckInput,
  { still, frames }: Selfie,
): Promise<Answer | null> {
  if (challenge === undefined) return null;
  return models.challengeAssessor.assess({ ...challenge, still, frames });
}

/** Share of the frames that have to show a face which can be judged; else nobody would know. */
const MIN_JUDGED = 0.5;

/**
 * Whether a frame of an answer is that of a print or a display, or too few can be judged. Each frame by itself:
 * a clean still must not vouch for a recording that is played to the camera, nor its better frames for the
 * others. Evidence in ADR 0025.
 */
async function isSpoofedAnswer(
  { models }: SelfieDependencies,
  { frames }: Selfie,
): Promise<boolean> {
  const looks = await mapInLanes(frames, ({ image }) =>
    models.livenessAssessor.assess({ still: image, frames: [] }),
  );
  const judged = looks.filter(isJudged);
  return (
    judged.length < frames.length * MIN_JUDGED || judged.some(({ verdict }) => verdict !== 'PASS')
  );
}

function hasLoop(burst: readonly PictureSign[]): boolean {
  return burst.some(({ name, isSpoof }) => isSpoof && name === LOOP);
}

/** An answer was looked through for them already. */
async function readBurst(
  { models }: SelfieDependencies,
  answer: Answer | null,
  selfie: Selfie,
): Promise<readonly PictureSign[]> {
  if (answer === null) return models.pictures.findBurstSigns(selfie);
  return answer.signs.filter(({ name }) => BURST_SIGNS.has(name));
}

/** Of an open challenge only its own nonce is good: frames from before it answer nothing. */
function hasForeignNonce(
  { captureNonces }: SelfieDependencies,
  { submissionId, attempt, challenge }: LivenessCheckInput,
  { nonces }: Selfie,
): boolean {
  const isOwn = (nonce: string) =>
    challenge === undefined
      ? captureNonces.isIssued({ submissionId, attempt }, nonce)
      : nonce === challenge.nonce;
  return !nonces.every(isOwn);
}

function effectOf({ name }: CaptureSign, { reusedSelfies }: LivenessCheckInput): SignEffect {
  const isOnlyRecorded = name === 'reused-selfie' && reusedSelfies === 'RECORD';
  return isOnlyRecorded ? 'NONE' : SIGN_EFFECTS[name];
}

/** Without the region: where in the picture it is says nothing without the picture. */
function toStoredSign({ name, score, threshold, isSpoof }: PictureSign): AssessmentSign {
  return { name, score, threshold, isAgainst: isSpoof };
}

/** What every burst shows is among the signs of the answer too, and stored once. */
function describeAnswer({ isAnswered, evidence, signs }: Answer): AssessmentSign[] {
  const own = signs.filter(({ name }) => !BURST_SIGNS.has(name)).map(toStoredSign);
  const criteria = evidence.criteria.map(({ name, score, threshold, isMet }) => ({
    name: `challenge-${name}`,
    score,
    threshold,
    isAgainst: !isMet,
  }));
  const answered = { score: null, threshold: null, isAgainst: !isAnswered };
  return [...own, ...criteria, { name: 'challenge-unanswered', ...answered }];
}
