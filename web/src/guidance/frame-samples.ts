import type { PersonCapture } from '../../../contract/flow.js';
import type { Region, Size } from '../capture/frame-geometry.js';

/** What of a frame is drawn to look at: a region of it, at a size. */
export interface Sample {
  readonly region: Region;
  readonly size: Size;
}

/** Longer side of the whole view as it is looked at: a card's sides are found in half of it. */
const WHOLE_SIDE = 320;
/** The piece of the view in which print is looked at: the values of a card in the outline. */
const PATCH = { x: 0.25, y: 0.3, width: 0.3, height: 0.4 } as const;
/** Width of the view as fine as its print is looked at; a coarser camera's as it is. */
const PATCH_VIEW_WIDTH = 1200;

/** The view as a whole. */
export function sampleWhole(view: Region): Sample {
  const scale = WHOLE_SIDE / Math.max(view.width, view.height);
  return { region: view, size: sizeOf(view, scale) };
}

/** The piece of the middle in which sharpness is measured; of a card alone. */
export function samplePatch(view: Region, document: PersonCapture): Sample | null {
  if (document !== 'KTP') return null;
  const region = {
    x: view.x + view.width * PATCH.x,
    y: view.y + view.height * PATCH.y,
    width: view.width * PATCH.width,
    height: view.height * PATCH.height,
  };
  return { region, size: sizeOf(region, Math.min(1, PATCH_VIEW_WIDTH / view.width)) };
}

function sizeOf({ width, height }: Size, scale: number): Size {
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
