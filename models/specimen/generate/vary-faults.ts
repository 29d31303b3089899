import { SKINS } from '../scene/cover-with-finger.js';
import type { PictureFault } from '../scene/picture-fault.js';
import type { SurfaceFault } from '../scene/surface-fault.js';
import type { SpecimenRandom } from '../specimen-random.js';

const TINTS = [
  [1.04, 0.95, 0.76],
  [1.02, 0.88, 0.64],
  [0.82, 0.94, 1.05],
  [0.88, 1.03, 0.9],
  [1.03, 0.9, 0.98],
] as const;

export function varyTint(random: SpecimenRandom): PictureFault {
  return { kind: 'colour-cast', tint: random.pick(TINTS) };
}

export function varyShadow(
  random: SpecimenRandom,
  darkness: readonly [number, number],
): PictureFault {
  return {
    kind: 'shadow',
    x: random.between(0.25, 0.75),
    y: random.between(0.25, 0.75),
    degrees: random.between(0, 360),
    darkness: random.between(...darkness),
    softness: random.pick([0.01, 0.03, 0.08, 0.2]),
  };
}

/** Over the portrait, a corner or the rim, or so weak that the print shows through. */
export function varyMildGlare(random: SpecimenRandom): PictureFault {
  const isBright = random.isLucky(0.5);
  return {
    kind: 'glare',
    x: isBright ? random.between(0.8, 0.98) : random.between(0.1, 0.9),
    y: random.between(0.05, 0.95),
    radiusX: random.between(0.06, isBright ? 0.11 : 0.24),
    radiusY: random.between(0.04, isBright ? 0.09 : 0.15),
    tilt: random.between(0, 180),
    opacity: isBright ? random.between(0.7, 1) : random.between(0.3, 0.6),
  };
}

/** Nothing shows through its middle, and its middle lies on values. */
export function varyHardGlare(random: SpecimenRandom): PictureFault {
  return {
    kind: 'glare',
    x: random.between(0.32, 0.55),
    y: random.between(0.3, 0.75),
    radiusX: random.between(0.2, 0.32),
    radiusY: random.between(0.13, 0.22),
    tilt: random.between(-25, 25),
    opacity: 1,
  };
}

/** A thumb that holds the card at its lower edge, beside every value. */
export function varyHoldingFinger(random: SpecimenRandom): PictureFault {
  return {
    kind: 'finger',
    x: random.between(0.3, 0.68),
    y: 1.03,
    degrees: random.between(70, 110),
    width: random.between(0.16, 0.22),
    skin: random.pick(SKINS),
  };
}

/** A thumb whose tip lies on the values. */
export function varyCoveringFinger(random: SpecimenRandom): PictureFault {
  return {
    kind: 'finger',
    x: random.between(0.33, 0.52),
    y: random.between(0.34, 0.62),
    degrees: random.between(60, 160),
    width: random.between(0.2, 0.28),
    skin: random.pick(SKINS),
  };
}

const PURPOSES = [
  'VERIFIKASI E-WALLET',
  'UNTUK PENGAJUAN KREDIT',
  'HANYA UNTUK PENDAFTARAN AKUN',
  'COPY KTP',
  'BUKAN UNTUK PINJOL',
  'KEPERLUAN SEWA MOBIL',
] as const;

export function varyWatermark(random: SpecimenRandom): SurfaceFault {
  const date = `${String(random.integer(1, 28)).padStart(2, '0')}-${String(random.integer(1, 12)).padStart(2, '0')}-${String(random.integer(2019, 2025))}`;
  const lines = random.pick([1, 1, 2, 3]);
  return {
    kind: 'watermark',
    text: random.isLucky(0.6) ? `${random.pick(PURPOSES)} ${date}` : random.pick(PURPOSES),
    opacity: random.between(0.16, 0.38),
    degrees: random.between(-38, 20),
    size: random.between(38, lines === 1 ? 84 : 58),
    lines,
    colour: random.pick(['#111', '#555', '#c0392b', '#1d3f8f', '#fff']),
  };
}

export function varyWear(random: SpecimenRandom): SurfaceFault {
  return { kind: 'wear', scratches: random.integer(2, 26), specks: random.integer(0, 90) };
}

export function varyBanding(random: SpecimenRandom): SurfaceFault {
  return { kind: 'banding', pitchPx: random.between(5, 22), opacity: random.between(0.15, 0.45) };
}

export function varyFolds(random: SpecimenRandom): SurfaceFault {
  return { kind: 'folds', count: random.integer(1, 4), depth: random.between(0.4, 0.9) };
}

export function varyShine(random: SpecimenRandom): SurfaceFault {
  return { kind: 'shine', streaks: random.integer(1, 4), opacity: random.between(0.25, 0.55) };
}

export function varyShake(
  random: SpecimenRandom,
  lengthPx: readonly [number, number],
): PictureFault {
  return { kind: 'shake', lengthPx: random.between(...lengthPx), degrees: random.between(0, 180) };
}

/** What every phone does: some grain, often sharpened away from softness. */
export function varySensor(random: SpecimenRandom): PictureFault[] {
  const noise: PictureFault = { kind: 'noise', spread: random.between(0.5, 3) };
  if (random.isLucky(0.5)) return [noise];
  return [noise, { kind: 'sharpening', sigmaPx: random.between(0.6, 1.6) }];
}
