import type { FaceDescription } from './describe-face.js';
import type { FaceMatchThresholds } from './thresholds.js';

/** What was measured of one face of a match; see `FaceQuality` and `EmbeddedFace` for the scales. */
export type FaceSignName =
  | 'eye-distance'
  | 'eyes'
  | 'brightness'
  | 'contrast'
  | 'sharpness'
  | 'turn'
  | 'drop'
  | 'roll'
  | 'strength';

export interface FaceSign {
  /** Which of the two pictures. */
  readonly picture: 'a' | 'b';
  readonly name: FaceSignName;
  readonly score: number;
  /** Below it the picture is asked for again; `null` where the measure has no limit of its own. */
  readonly threshold: number | null;
  readonly isFault: boolean;
}

type Measured = Pick<FaceSign, 'name' | 'score' | 'threshold' | 'isFault'>;

/** Everything that was measured of a face; empty where there is no one face. */
export function listFaceSigns(
  picture: FaceSign['picture'],
  { quality, eyes, face, isPortrait }: FaceDescription,
  thresholds: FaceMatchThresholds,
): FaceSign[] {
  if (quality === null) return [];
  const { minEyeDistancePx, minStrength, minPortraitStrength, faults } = thresholds;
  const strength = face?.strength ?? null;
  const signs = [
    atLeast('eye-distance', quality.eyeDistancePx, minEyeDistancePx),
    isPortrait
      ? free('sharpness', quality.sharpness)
      : atLeast('sharpness', quality.sharpness, faults.minSharpness),
    ...(strength === null
      ? []
      : [atLeast('strength', strength, isPortrait ? minPortraitStrength : minStrength)]),
    // Winks and half-lit faces leave one eye: what tells is that neither is seen open.
    ...(eyes === null ? [] : [free('eyes', Math.max(eyes.left, eyes.right))]),
    free('brightness', quality.brightness),
    free('contrast', quality.contrast),
    free('turn', quality.turn),
    free('drop', quality.drop),
    free('roll', quality.roll),
  ];
  return signs.map((sign) => ({ picture, ...sign, score: Math.round(sign.score * 1000) / 1000 }));
}

function atLeast(name: FaceSignName, score: number, threshold: number): Measured {
  return { name, score, threshold, isFault: score < threshold };
}

/** Names a cause at most, where network A sees little: see `findFaceFault`. */
function free(name: FaceSignName, score: number): Measured {
  return { name, score, threshold: null, isFault: false };
}
