import { FACE_OVAL } from './face-oval.js';
import type { FaceFault } from './frame-reading.js';
import type { GreyFrame } from './grey-frame.js';
import { median } from './median.js';

/*
 * By the middle level of the oval. Skin reflects a fifth to two thirds of the light: the limits say
 * what no skin shows in light that is good enough, not what is pleasant.
 */
const LEAST_LIGHT = 45;
const MOST_WHITE = 0.25;
const WHITE_LEVEL = 248;
/**
 * The face is dark and what is behind it many times as bright: a window, a lamp. A white wall reflects up to nine
 * times the light of the darkest skin in the same light, 2.7 times the level; less than three times is no fault.
 */
const BACKLIT = { face: 80, times: 3 } as const;
/** One half of the face several times as bright as the other. */
const MOST_UNEVEN = 2.6;

/** What is wrong with the light in the oval, or around it. */
export function findLightFault(frame: GreyFrame): FaceFault | null {
  const { left, right, around } = gatherLevels(frame);
  const oval = [...left, ...right];
  const face = median(oval) ?? 0;
  const behind = median(around) ?? 0;
  if (face < BACKLIT.face && behind > BACKLIT.times * Math.max(face, 1)) return 'BACKLIT';
  if (face < LEAST_LIGHT) return 'TOO_DARK';
  if (oval.filter((level) => level >= WHITE_LEVEL).length > MOST_WHITE * oval.length) {
    return 'TOO_BRIGHT';
  }
  const halves = [median(left) ?? 0, median(right) ?? 0];
  const isUneven = Math.max(...halves) > MOST_UNEVEN * Math.max(1, Math.min(...halves));
  return isUneven ? 'UNEVEN_LIGHT' : null;
}

/** Every third pixel of the oval's halves, and of the upper half of the view beside it. */
function gatherLevels({ width, height, data }: GreyFrame) {
  const levels = { left: [] as number[], right: [] as number[], around: [] as number[] };
  for (let y = 0; y < height; y += 3) {
    const v = (y / height - FACE_OVAL.centreY) / FACE_OVAL.radiusY;
    for (let x = 0; x < width; x += 3) {
      const u = (x / width - FACE_OVAL.centreX) / FACE_OVAL.radiusX;
      const away = Math.hypot(u, v);
      const level = data[y * width + x] ?? 0;
      // Hair and the oval's rim belong to neither.
      if (away < 0.8) levels[u < 0 ? 'left' : 'right'].push(level);
      else if (away > 1.35 && v < 0) levels.around.push(level);
    }
  }
  return levels;
}
