import { listMovements, type AskedMovements } from '../../contract/challenge.js';
import { createEyeOpennessMeter } from '../face/eye-openness.js';
import type { Point } from '../face/face-landmarks.js';
import type { FaceLocator } from '../face/face-locator.js';
import type { LocatedFace } from '../face/locate-main-face.js';
import { findBurstSigns, viewBurst } from '../frames/find-burst-signs.js';
import { mapInLanes } from '../frames/map-in-lanes.js';
import type { RasterImage } from '../image/raster-image.js';
import type { TimedFrame } from '../liveness/timed-frame.js';
import type { WeightStore } from '../weights/weight-store.js';
import { needAtLeast, type ChallengeCriterion, type ChallengeSign } from './challenge-sign.js';
import { createIdentityWatch } from './identity-watch.js';
import { judgeSequence } from './judge-sequence.js';
import { measureRelief } from './measure-relief.js';
import { compareFace, observeFace, type ObservedFace } from './observed-face.js';
import { findSceneSign, findSeveralFaces } from './scene-signs.js';
import { CHALLENGE_THRESHOLDS, type ChallengeThresholds } from './thresholds.js';

export interface ChallengeInput extends AskedMovements {
  /** In the order they were sent. */
  readonly frames: readonly TimedFrame[];
  readonly still: RasterImage;
}

/** What was seen at one time; the first is the still. */
export interface ChallengeView {
  /** `null` for the still. */
  readonly atMs: number | null;
  /** Degrees, see `HeadFit`; `null` where no single face was found, as are the following. */
  readonly yaw: number | null;
  readonly pitch: number | null;
  readonly roll: number | null;
  /** Sine of the turn (to the person's own left) and nod (down) against the still, by relief. */
  readonly turned: number | null;
  readonly nodded: number | null;
  /** Size of the face, 1 as in the still. */
  readonly growth: number | null;
  /** 0 closed to 1 open; the person's own left and right. `null` unless a blink was asked for. */
  readonly leftEye: number | null;
  readonly rightEye: number | null;
  /** The 68 points in pixels of the picture; none where no single face was found. */
  readonly landmarks: readonly Point[];
}

export interface ChallengeAssessment {
  /** Every criterion is met and no sign speaks against it. */
  readonly isAnswered: boolean;
  readonly evidence: {
    readonly criteria: readonly ChallengeCriterion[];
    readonly views: readonly ChallengeView[];
  };
  readonly signs: readonly ChallengeSign[];
  readonly timingsMs: { readonly total: number; readonly find: number; readonly compare: number };
}

export interface ChallengeAssessor {
  /** Never throws for what pictures show. */
  assess(input: ChallengeInput): Promise<ChallengeAssessment>;
}

interface Sight {
  readonly frame: TimedFrame | null;
  readonly located: LocatedFace | null;
  readonly isSeveral: boolean;
  readonly face: ObservedFace | null;
}

/** Whether the frames of a burst show the person of the still making the movement asked for. */
export async function createChallengeAssessor(
  weights: WeightStore,
  locator: FaceLocator,
  thresholds: ChallengeThresholds = CHALLENGE_THRESHOLDS,
): Promise<ChallengeAssessor> {
  const meter = await createEyeOpennessMeter(weights);
  const identity = await createIdentityWatch(weights);

  async function look(
    image: RasterImage,
    frame: TimedFrame | null,
    isBlink: boolean,
  ): Promise<Sight> {
    const { face: located, reasonCode } = await locator.locate(image);
    const eyes = located && isBlink ? await meter.measure(image, located.landmarks) : null;
    const face = located && observeFace(located.landmarks, eyes);
    return { frame, located, face, isSeveral: reasonCode === 'MULTIPLE_FACES' };
  }

  return {
    async assess({ frames, still, ...asked }) {
      const start = performance.now();
      const isBlink = listMovements(asked).includes('BLINK');
      const first = await look(still, null, isBlink);
      const sights = await mapInLanes(frames, (frame) => look(frame.image, frame, isBlink));
      const found = performance.now();
      const scenes = await viewBurst({ still, frames });
      const criteria = judge(asked, first, sights, thresholds);
      const signs = [
        ...(await findBurstSigns({ still, frames }, scenes)),
        findSeveralFaces([first, ...sights].filter(({ isSeveral }) => isSeveral).length),
        ...findSceneSign(scenes.frames, thresholds),
        ...(await identity.watch(first.located, locatedOf(sights), thresholds)),
      ];
      const end = performance.now();
      return {
        isAnswered: criteria.every(({ isMet }) => isMet) && !signs.some(({ isSpoof }) => isSpoof),
        evidence: {
          criteria,
          views: [first, ...sights].map((sight) => describe(sight, first.face)),
        },
        signs,
        timingsMs: {
          total: Math.round(end - start),
          find: Math.round(found - start),
          compare: Math.round(end - found),
        },
      };
    },
  };
}

function judge(
  asked: AskedMovements,
  first: Sight,
  sights: readonly Sight[],
  thresholds: ChallengeThresholds,
): readonly ChallengeCriterion[] {
  const faces = sights.flatMap(({ face }) => face ?? []);
  const share = first.face === null ? 0 : faces.length / Math.max(sights.length, 1);
  const enough = needAtLeast('faces', share, thresholds.minFaceShare);
  const { face: still } = first;
  if (still === null || !enough.isMet) return [enough];
  const moved = faces.map((face) => compareFace(still, face));
  return [enough, ...judgeSequence(asked, still, moved, thresholds)];
}

function locatedOf(sights: readonly Sight[]): LocatedFace[] {
  return sights.flatMap(({ located }) => located ?? []);
}

function describe({ frame, face, located }: Sight, still: ObservedFace | null): ChallengeView {
  const atMs = frame?.atMs ?? null;
  if (face === null) {
    const nothing = { yaw: null, pitch: null, roll: null, turned: null, nodded: null };
    return { atMs, ...nothing, growth: null, leftEye: null, rightEye: null, landmarks: [] };
  }
  const relief = still && measureRelief(still.points, face.points);
  return {
    atMs,
    yaw: Math.round(face.head.yaw),
    pitch: Math.round(face.head.pitch),
    roll: Math.round(face.head.roll),
    turned: relief && round(relief.across),
    nodded: relief && round(relief.down),
    growth: still && round(face.head.scale / still.head.scale),
    leftEye: face.eyes && round(face.eyes.left),
    rightEye: face.eyes && round(face.eyes.right),
    landmarks: located?.landmarks ?? [],
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
