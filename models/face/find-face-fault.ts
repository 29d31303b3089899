import type { ReasonCode } from '../../contract/reason-code.js';
import type { FaceQuality } from './measure-face.js';
import type { FaceMatchThresholds } from './thresholds.js';

/**
 * Why a face says too little about who it is; `null` where it says enough. Beyond size and blur only the
 * network itself knows (`strength`): dark, turned and partly covered faces are matched well until it
 * sees little of them. Then the measures tell the cause.
 *
 * @param face `strength` is `null` without network A: then size and blur alone count
 */
export function findFaceFault(
  { quality, strength }: { readonly quality: FaceQuality; readonly strength: number | null },
  { minEyeDistancePx, minStrength, faults }: FaceMatchThresholds,
): ReasonCode | null {
  if (quality.eyeDistancePx < minEyeDistancePx) return 'FACE_TOO_SMALL';
  if (quality.sharpness < faults.minSharpness) return 'FACE_BLURRY';
  if (strength === null || strength >= minStrength) return null;
  if (quality.brightness < faults.darkBrightness) return 'FACE_DARK';
  if (quality.sharpness < faults.softSharpness) return 'FACE_BLURRY';
  return Math.abs(quality.turn) > faults.turned ? 'FACE_NOT_FRONTAL' : 'FACE_OCCLUDED';
}
