export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Region extends Size {
  readonly x: number;
  readonly y: number;
}

/** The size at which the longer side is at most `maxSide`; never larger than the picture is. */
export function fitWithin(size: Size, maxSide: number): Size {
  const scale = Math.min(1, maxSide / Math.max(size.width, size.height));
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

/** What of a frame is seen in a box of the given proportion, as `object-fit: cover` shows it. */
export function visibleRegion(frame: Size, boxAspect: number): Region {
  const width = Math.min(frame.width, frame.height * boxAspect);
  const height = Math.min(frame.height, frame.width / boxAspect);
  return { x: (frame.width - width) / 2, y: (frame.height - height) / 2, width, height };
}

export function wholeFrame(frame: Size): Region {
  return { x: 0, y: 0, width: frame.width, height: frame.height };
}
