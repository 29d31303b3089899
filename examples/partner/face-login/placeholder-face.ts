import { crc32, deflateSync } from 'node:zlib';

/** Pixels a side: large enough for a face of some 250 pixels. */
const SIZE = 480;

type Colour = readonly [number, number, number];

interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly colour: Colour;
}

const BACKGROUND: Colour = [203, 220, 232];
const SKIN: Colour = [226, 182, 148];
const HAIR: Colour = [52, 40, 34];
const INK: Colour = [60, 42, 38];

/** A drawn face, back to front, in parts of the side. It is nobody. */
const SHAPES: readonly Ellipse[] = [
  { x: 0.5, y: 1.05, rx: 0.42, ry: 0.3, colour: [58, 92, 120] },
  { x: 0.5, y: 0.42, rx: 0.27, ry: 0.33, colour: HAIR },
  { x: 0.5, y: 0.77, rx: 0.1, ry: 0.13, colour: SKIN },
  { x: 0.5, y: 0.49, rx: 0.23, ry: 0.29, colour: SKIN },
  { x: 0.41, y: 0.45, rx: 0.035, ry: 0.02, colour: INK },
  { x: 0.59, y: 0.45, rx: 0.035, ry: 0.02, colour: INK },
  { x: 0.41, y: 0.4, rx: 0.05, ry: 0.009, colour: HAIR },
  { x: 0.59, y: 0.4, rx: 0.05, ry: 0.009, colour: HAIR },
  { x: 0.5, y: 0.56, rx: 0.022, ry: 0.012, colour: [200, 150, 120] },
  { x: 0.5, y: 0.65, rx: 0.07, ry: 0.014, colour: [176, 92, 88] },
];

/** Stands for the photograph that a real partner holds of its user. */
export function drawPlaceholderFace(): Buffer {
  const rows = Array.from({ length: SIZE }, (_, y) => drawRow(y / SIZE));
  return encodePng(SIZE, SIZE, Buffer.concat(rows));
}

/** One scanline: filter type 0, then RGB. */
function drawRow(y: number): Buffer {
  const pixels = Array.from({ length: SIZE }, (_, x) => colourAt(x / SIZE, y));
  return Buffer.from([0, ...pixels.flat()]);
}

function colourAt(x: number, y: number): Colour {
  const hit = SHAPES.findLast(
    (shape) => ((x - shape.x) / shape.rx) ** 2 + ((y - shape.y) / shape.ry) ** 2 <= 1,
  );
  return hit?.colour ?? BACKGROUND;
}

/** PNG (RFC 2083): signature, header, one block of compressed scanlines, end. */
function encodePng(width: number, height: number, scanlines: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB, deflate, no filter method, not interlaced
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(scanlines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const checksum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
