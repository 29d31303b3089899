export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An upright rectangle in pixels of an image; fractions are allowed until it is cut. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The whole pixels of a region that lie inside the image; at least one. */
export function clampRegion(region: Region, image: Size): Region {
  const left = clamp(Math.round(region.left), 0, image.width - 1);
  const top = clamp(Math.round(region.top), 0, image.height - 1);
  const right = clamp(Math.round(region.left + region.width), left + 1, image.width);
  const bottom = clamp(Math.round(region.top + region.height), top + 1, image.height);
  return { left, top, width: right - left, height: bottom - top };
}

/** The region scaled around its centre. */
export function enlargeRegion(region: Region, factor: number): Region {
  const width = region.width * factor;
  const height = region.height * factor;
  return {
    left: region.left + (region.width - width) / 2,
    top: region.top + (region.height - height) / 2,
    width,
    height,
  };
}

/** The whole image. */
export function wholeRegion({ width, height }: Size): Region {
  return { left: 0, top: 0, width, height };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
