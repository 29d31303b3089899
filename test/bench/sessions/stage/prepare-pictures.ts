import { joinFrames, type BurstFrame } from '../../../../contract/frame-sequence.js';
import type { DocumentType } from '../../../../contract/flow.js';
import { drawBurst } from '../../../support/draw-burst.js';
import { drawSpecimenCaptures } from '../../../support/specimen-captures.js';

/** What one person sends. */
export interface PersonPictures {
  readonly ktp: Uint8Array;
  readonly selfie: Uint8Array;
  /** Behind the selfie; empty for an app that sends none. */
  readonly frames: readonly BurstFrame[];
}

/** As many as the capture app takes around the shutter. */
const BURST_FRAMES = 4;
const FIRST_SEED = 7_100;

/** Drawn cards, each with another name and number, and the photograph of the woman on them. */
export async function preparePictures(
  people: number,
  hasBurst: boolean,
): Promise<readonly PersonPictures[]> {
  const pictures: PersonPictures[] = [];
  for (let person = 0; person < people; person += 1) {
    const { ktp, selfie } = await drawSpecimenCaptures(FIRST_SEED + person);
    const frames = hasBurst ? await drawBurst(selfie, BURST_FRAMES) : [];
    pictures.push({ ktp, selfie, frames });
  }
  return pictures;
}

/** @param nonce of the attempt, which the frames are bound to */
export function pictureOf(
  { ktp, selfie, frames }: PersonPictures,
  documentType: DocumentType,
  nonce: string | undefined,
): Uint8Array {
  if (documentType === 'KTP') return ktp;
  return nonce === undefined ? selfie : joinFrames({ still: selfie, frames, nonce });
}
