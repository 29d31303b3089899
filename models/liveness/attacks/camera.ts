import type { RasterImage } from '../../image/raster-image.js';
import { mapQuadToRectangle } from '../../image/homography.js';
import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import { developRaw, type RawImage } from './develop-raw.js';
import type { Light } from './light-image.js';
import type { Look, Placed, Seen } from './surface.js';

/** A phone's camera with its own processing; one for a live face and for every attack. */
export interface Camera {
  /** Pixels of the finished picture. */
  readonly width: number;
  readonly height: number;
  /** Sensor elements to one pixel of the finished picture, along a side. */
  readonly oversampling: number;
  /** Side of what the lens mixes, in sensor elements: focus, diffraction, shake. */
  readonly lensBlur: number;
  readonly exposure: number;
  /** Gains of red, green and blue. */
  readonly whiteBalance: readonly [number, number, number];
  /** Deviation of the light at full exposure. */
  readonly noise: number;
  /** Share of the light that the corners lose. */
  readonly vignette: number;
  /** 0 none, 1 strong. */
  readonly denoise: number;
  readonly sharpen: number;
}

/** Photographs surfaces, the nearest first, through a Bayer mosaic. What none covers is dark. */
export async function photograph(
  placed: readonly Placed[],
  camera: Camera,
  random: SpecimenRandom,
): Promise<RasterImage> {
  const width = Math.round((camera.width * camera.oversampling) / 2) * 2;
  const height = Math.round((camera.height * camera.oversampling) / 2) * 2;
  const seen = placed.map(({ surface, corners }) => {
    const [a, b, c, d] = corners.map(({ x, y }) => ({ x: x * width, y: y * width }));
    if (!a || !b || !c || !d) throw new RangeError('A surface has four corners.');
    const toSurface = mapQuadToRectangle([a, b, c, d], surface.width, surface.height);
    return { surface, toSurface };
  });
  const raw = { width, height, data: new Float32Array(width * height) };
  expose(raw, seen, camera);
  addGrain(raw, camera, random);
  return await developRaw(raw, camera);
}

function expose({ width, height, data }: RawImage, seen: readonly Seen[], camera: Camera): void {
  const light: Light = [0, 0, 0];
  const own: Light = [0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      look(seen, { x, y, blur: camera.lensBlur, row: y / height }, light, own);
      const channel = (x & 1) + (y & 1);
      const gain = camera.whiteBalance[channel] ?? 1;
      const [dx, dy] = [x / width - 0.5, y / height - 0.5];
      const shade = 1 - camera.vignette * 2 * (dx * dx + dy * dy);
      data[y * width + x] = (light[channel] ?? 0) * gain * camera.exposure * shade;
    }
  }
}

interface Element {
  readonly x: number;
  readonly y: number;
  readonly blur: number;
  readonly row: number;
}

function look(seen: readonly Seen[], element: Element, light: Light, own: Light): void {
  light.fill(0);
  let left = 1;
  for (const { surface, toSurface } of seen) {
    const point = toSurface(element.x + 0.5, element.y + 0.5);
    const beside = toSurface(element.x + 1.5, element.y + 0.5);
    const footprint = Math.hypot(beside.x - point.x, beside.y - point.y) * element.blur;
    const { width, height } = surface;
    const inside = Math.min(point.x, point.y, width - point.x, height - point.y);
    if (inside < -footprint) continue;
    // An edge is as soft as the lens.
    const edge = Math.min(Math.max(inside / footprint + 0.5, 0), 1);
    const place: Look = { x: point.x, y: point.y, footprint, row: element.row };
    const covered = surface.shine(place, own) * edge * left;
    for (let k = 0; k < 3; k += 1) light[k] = (light[k] ?? 0) + (own[k] ?? 0) * covered;
    left -= covered;
    if (left < 0.004) return;
  }
}

/** Shot noise grows with the root of the light, read noise does not. */
function addGrain({ data }: RawImage, { noise }: Camera, random: SpecimenRandom): void {
  for (let at = 0; at < data.length; at += 1) {
    const level = data[at] ?? 0;
    const spread = noise * Math.sqrt(Math.max(level, 0) + 0.01);
    data[at] = level + (random.fraction() + random.fraction() - 1) * 2.45 * spread;
  }
}
