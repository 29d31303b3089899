/** Markers of ITU T.81 table B.1; each stands behind a byte FF. */
const JpegMarker = {
  START_OF_IMAGE: 0xd8,
  END_OF_IMAGE: 0xd9,
  START_OF_SCAN: 0xda,
  COMMENT: 0xfe,
  TEMPORARY: 0x01,
  FIRST_RESTART: 0xd0,
  LAST_RESTART: 0xd7,
} as const;

/** A segment with a length of its own: APPn, tables, a comment, the head of a scan. */
export interface JpegSegment {
  readonly marker: number;
  /** Of the FF that the marker stands behind. */
  readonly start: number;
  /** Behind the two bytes of the length. */
  readonly contentStart: number;
  /** The first byte behind the segment. */
  readonly end: number;
}

/** Whether a picture begins at the offset. */
export function isStartOfJpeg(bytes: Uint8Array, offset: number): boolean {
  return bytes[offset] === 0xff && bytes[offset + 1] === JpegMarker.START_OF_IMAGE;
}

/** The comment right behind the start of the picture at `offset`; null when there is none. */
export function findLeadingComment(bytes: Uint8Array, offset: number): JpegSegment | null {
  if (!isStartOfJpeg(bytes, offset)) return null;
  const segment = readSegment(bytes, offset + 2);
  return segment?.marker === JpegMarker.COMMENT ? segment : null;
}

/**
 * The first byte behind the JPEG that starts at `offset`, or null when none starts there or it does
 * not end. Goes by the markers, so that a thumbnail inside a segment is no end; looks at every byte
 * at most once, whatever stands there.
 */
export function findEndOfJpeg(bytes: Uint8Array, offset: number): number | null {
  if (!isStartOfJpeg(bytes, offset)) return null;
  let at = offset + 2;
  while (at < bytes.length) {
    const markerAt = skipFill(bytes, at);
    if (markerAt === null) return null;
    const marker = bytes[markerAt];
    if (marker === undefined || marker === 0x00 || marker === JpegMarker.START_OF_IMAGE)
      return null;
    if (marker === JpegMarker.END_OF_IMAGE) return markerAt + 1;
    if (hasNoLength(marker)) {
      at = markerAt + 1;
      continue;
    }
    const segment = readSegment(bytes, markerAt - 1);
    if (segment === null) return null;
    at = marker === JpegMarker.START_OF_SCAN ? skipScan(bytes, segment.end) : segment.end;
  }
  return null;
}

/** Any number of FF may stand before a marker (T.81 §B.1.1.2); null where no marker comes. */
function skipFill(bytes: Uint8Array, offset: number): number | null {
  if (bytes[offset] !== 0xff) return null;
  let at = offset + 1;
  while (bytes[at] === 0xff) at += 1;
  return at;
}

function readSegment(bytes: Uint8Array, start: number): JpegSegment | null {
  const [first, marker, high, low] = bytes.subarray(start, start + 4);
  if (first !== 0xff || marker === undefined || high === undefined || low === undefined)
    return null;
  const length = high * 256 + low;
  const end = start + 2 + length;
  // The length counts its own two bytes.
  return length < 2 || end > bytes.length ? null : { marker, start, contentStart: start + 4, end };
}

/** To the marker behind a scan's coded data, in which FF 00 and the restart markers stand. */
function skipScan(bytes: Uint8Array, offset: number): number {
  let at = bytes.indexOf(0xff, offset);
  while (at !== -1) {
    const next = bytes[at + 1];
    if (next === undefined) return bytes.length;
    if (next !== 0x00 && !isRestart(next)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

function hasNoLength(marker: number): boolean {
  return marker === JpegMarker.TEMPORARY || isRestart(marker);
}

function isRestart(marker: number): boolean {
  return marker >= JpegMarker.FIRST_RESTART && marker <= JpegMarker.LAST_RESTART;
}
