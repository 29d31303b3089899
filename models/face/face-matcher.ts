import type { ReasonCode } from '../../contract/reason-code.js';
import { openCardLocator, type CardLocator } from '../card/card-locator.js';
import type { RasterImage } from '../image/raster-image.js';
import type { WeightStore } from '../weights/weight-store.js';
import { describeFace, type FaceDescription } from './describe-face.js';
import { describePortrait } from './describe-portrait.js';
import { createEyeOpennessMeter } from './eye-openness.js';
import { createFaceEmbedder, type FaceModel } from './face-embedder.js';
import { createFaceFinder } from './face-finder.js';
import { createFaceLocator, type FaceLocator } from './face-locator.js';
import { listFaceSigns, type FaceSign } from './face-sign.js';
import { judgeFaceMatch } from './judge-face-match.js';
import { createPortraitDetector } from './portrait-detector.js';
import { FACE_MATCH_THRESHOLDS, type FaceMatchThresholds } from './thresholds.js';
import type { Judgement } from '../../contract/judgement.js';

type JudgedPair = Judgement & {
  /** 0 to 1 with 0.5 as the operating point; `null` when a picture shows no one face. */
  readonly faceMatchScore: number | null;
  /** Whether the score is at least 0.5 and both faces say enough. */
  readonly match: boolean;
  /** Whether the score lies so close to 0.5 that another picture may change the answer. */
  readonly isInDoubt: boolean;
  /** The picture that has no one face, or one that says too little: it is to be taken again. */
  readonly unusable: 'a' | 'b' | null;
};

/** What two described pictures say of each other. */
export type ComparedFaces = JudgedPair & {
  /** What was measured of either face. */
  readonly signs: readonly FaceSign[];
};

export type FaceMatch = ComparedFaces & {
  readonly timingsMs: { readonly total: number; readonly a: number; readonly b: number };
};

export interface FaceMatcher {
  /** Any two photographs of one person each. */
  match(a: RasterImage, b: RasterImage): Promise<FaceMatch>;
  /** The portrait on a card, in any of four orientations, against a selfie. */
  matchPortrait(card: RasterImage, selfie: RasterImage): Promise<FaceMatch>;
  /** One picture's part of a match, for comparing it with several others. */
  describe(image: RasterImage): Promise<FaceDescription>;
  /** The same for the portrait on a card. */
  describePortrait(card: RasterImage): Promise<FaceDescription>;
  compare(a: FaceDescription, b: FaceDescription): ComparedFaces;
}

export interface FaceMatcherOptions {
  /** Default both networks. */
  readonly model?: FaceModel;
  readonly thresholds?: FaceMatchThresholds;
  /** Shared with those who look at the same pictures; default: one of its own. */
  readonly faceLocator?: FaceLocator;
  /** The same of cards. */
  readonly cardLocator?: CardLocator;
}

/** Loads detector, landmarks, embeddings and what locates a card, once a process. */
export async function createFaceMatcher(
  weights: WeightStore,
  { model = 'fused', thresholds = FACE_MATCH_THRESHOLDS, ...shared }: FaceMatcherOptions = {},
): Promise<FaceMatcher> {
  const finder = await createFaceFinder(weights);
  const detector = await createPortraitDetector(weights);
  const faces = shared.faceLocator ?? (await createFaceLocator(weights));
  const cards = shared.cardLocator ?? (await openCardLocator());
  const embedder = await createFaceEmbedder(weights, model);
  const eyes = await createEyeOpennessMeter(weights);

  async function describe(image: RasterImage): Promise<FaceDescription> {
    const location = await faces.locate(image);
    return await describeFace({ embedder, eyes }, { image, location }, thresholds);
  }

  async function describeCard(card: RasterImage): Promise<FaceDescription> {
    return await describePortrait(
      embedder,
      { finder, detector, locator: cards },
      { card, thresholds },
    );
  }

  function compare(a: FaceDescription, b: FaceDescription): ComparedFaces {
    const signs = [...listFaceSigns('a', a, thresholds), ...listFaceSigns('b', b, thresholds)];
    return { ...judgePair(a, b), signs };
  }

  function judgePair(a: FaceDescription, b: FaceDescription): JudgedPair {
    if (a.face === null) return withholdMatch('a', a.reasonCode, null);
    if (b.face === null) return withholdMatch('b', b.reasonCode, null);
    const pair = a.isPortrait || b.isPortrait ? 'portraits' : 'photographs';
    const judged = judgeFaceMatch([a.face, b.face], { model, pair }, thresholds);
    const score = judged.faceMatchScore;
    if (a.reasonCode !== null) return withholdMatch('a', a.reasonCode, score);
    if (b.reasonCode !== null) return withholdMatch('b', b.reasonCode, score);
    return { ...judged, unusable: null };
  }

  async function timeMatch(
    describeA: () => Promise<FaceDescription>,
    describeB: () => Promise<FaceDescription>,
  ): Promise<FaceMatch> {
    const start = performance.now();
    const a = await describeA();
    const between = performance.now();
    const b = await describeB();
    const end = performance.now();
    const timingsMs = {
      total: Math.round(end - start),
      a: Math.round(between - start),
      b: Math.round(end - between),
    };
    return { ...compare(a, b), timingsMs };
  }

  return {
    describe,
    describePortrait: describeCard,
    compare,
    match: async (a, b) =>
      await timeMatch(
        () => describe(a),
        () => describe(b),
      ),
    matchPortrait: async (card, selfie) =>
      await timeMatch(
        () => describeCard(card),
        () => describe(selfie),
      ),
  };
}

/** Asks for the picture again, whatever the score says that it still gives. */
function withholdMatch(unusable: 'a' | 'b', reasonCode: ReasonCode, faceMatchScore: number | null) {
  return {
    faceMatchScore,
    match: false,
    isInDoubt: true,
    verdict: 'RETRY',
    reasonCode,
    unusable,
  } as const;
}
