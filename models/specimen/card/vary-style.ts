import type { SpecimenRandom } from '../specimen-random.js';
import { CARD, CLASSIC_STYLE } from './card-layout.js';
import type { CardPalette, CardStyle, Portrait, PortraitLook } from './card-style.js';
import { OCR_A } from './ocr-a-glyphs.js';

/** A card of another printer: typeface, positions, sizes, colours and spellings all differ. */
export function varyStyle(random: SpecimenRandom, paper: 'blue' | 'orange'): CardStyle {
  const portrait = varyPortrait(random);
  const rows = varyRows(portrait, random);
  const size = Math.min(random.between(29, 37), rows.pitch * CARD.height * 0.82);
  return {
    typeface: random.pick(['arimo', 'arimo', 'arimo', 'roboto', 'open-sans'] as const),
    labels: varyLabels(random),
    columns: varyColumns(portrait, random),
    rows,
    sizes: {
      value: size,
      label: Math.min(size * random.between(0.94, 1.06), rows.pitch * CARD.height * 0.84),
      header: random.between(40, 53),
      issue: size * random.between(0.8, 0.96),
    },
    weights: {
      value: random.pick([700, 700, 600] as const),
      label: random.pick([600, 600, 700, 400] as const),
    },
    letterSpacing: random.isLucky(0.5) ? 0 : random.between(-0.015, 0.05),
    squeeze: random.isLucky(0.5) ? 1 : random.between(0.86, 1.06),
    wrapsLongValues: random.isLucky(0.75),
    nik: varyNik(portrait, random),
    portrait,
    portraitLook: varyLook(random),
    ink: random.pick(['#14171c', '#14171c', '#1d2333', '#2a2c31', '#33302e']),
    palette: varyPalette(random, paper),
    marks: random.pick([
      { inCorners: true, atFoot: true, onPortrait: false, wordOpacity: 0.09 },
      { inCorners: false, atFoot: true, onPortrait: true, wordOpacity: 0 },
      { inCorners: false, atFoot: false, onPortrait: true, wordOpacity: 0.08 },
      { inCorners: true, atFoot: false, onPortrait: true, wordOpacity: 0.05 },
    ]),
  };
}

function varyPortrait(random: SpecimenRandom): Portrait {
  const width = Math.round(random.between(0.19, 0.215) * CARD.width);
  return {
    left: Math.round(random.between(0.735, 0.77) * CARD.width),
    top: Math.round(random.between(0.24, 0.31) * CARD.height),
    width,
    height: Math.round(width * random.between(1.25, 1.4)),
  };
}

export function varyLook(random: SpecimenRandom): PortraitLook {
  const head = random.pick(['short-hair', 'short-hair', 'long-hair', 'headscarf'] as const);
  return {
    skin: random.pick(['#e0b894', '#c99a72', '#b07d56', '#8d5f3f', '#e8c7a8']),
    hair:
      head === 'headscarf' ? random.pick(['#f1f1ee', '#27303f', '#7b2d3b', '#3f6b5c']) : '#1d1614',
    head,
    shirt: random.pick(['#e9e8ee', '#28344f', '#7a2f2f', '#3d5a45', '#8a8f98', '#c9b37c']),
  };
}

function varyRows(portrait: Portrait, random: SpecimenRandom): CardStyle['rows'] {
  const province = random.between(0.06, 0.09);
  const nik = random.between(0.215, 0.262);
  const below = (portrait.top + portrait.height) / CARD.height;
  const place = below + random.between(0.028, 0.042);
  const date = place + random.between(0.038, 0.048);
  return {
    province,
    city: province + random.between(0.054, 0.064),
    nik,
    first: nik + random.between(0.068, 0.085),
    pitch: random.between(0.0435, 0.0495),
    placeOfIssue: place,
    dateOfIssue: date,
    signature: Math.min(date + random.between(0.065, 0.1), 0.93),
  };
}

function varyColumns(portrait: Portrait, random: SpecimenRandom): CardStyle['columns'] {
  const label = random.between(0.016, 0.042);
  const colon = label + random.between(0.212, 0.236);
  const bloodLabel = random.between(0.46, 0.53);
  const bloodColon = bloodLabel + random.between(0.112, 0.128);
  return {
    label,
    indentedLabel: label + random.between(0.035, 0.06),
    colon,
    value: colon + random.between(0.01, 0.02),
    bloodLabel,
    bloodColon,
    bloodValue: bloodColon + random.between(0.009, 0.016),
    valueEnd: portrait.left / CARD.width - 0.012,
  };
}

const DIGITS = 16;

function varyNik(portrait: Portrait, random: SpecimenRandom): CardStyle['nik'] {
  const labelX = random.between(0.018, 0.04);
  const digitsX = random.between(0.235, 0.27);
  const room = portrait.left - 14 - digitsX * CARD.width;
  return {
    face: random.isLucky(0.12) ? 'bold' : 'ocr-a',
    labelX,
    colonX: digitsX - random.between(0.03, 0.042),
    digitsX,
    scale: Math.min(random.between(0.37, 0.45), room / (DIGITS * OCR_A.advance)),
    strokeWidth: random.between(14, 21),
  };
}

function varyLabels(random: SpecimenRandom): CardStyle['labels'] {
  return {
    ...CLASSIC_STYLE.labels,
    birth: random.pick(['Tempat/Tgl Lahir', 'Tempat/Tgl Lahir', 'Tempat/Tgl. Lahir']),
    gender: random.pick(['Jenis Kelamin', 'Jenis kelamin']),
    bloodType: random.pick(['Gol. Darah', 'Gol. Darah', 'Gol Darah', 'Gol.Darah']),
    rtRw: random.pick(['RT/RW', 'RT/RW', 'RT / RW']),
    kelurahan: random.pick(['Kel/Desa', 'Kel/Desa', 'Kel / Desa']),
    maritalStatus: random.pick(['Status Perkawinan', 'Status Perkawinan', 'Status perkawinan']),
  };
}

const BLUE_PAPERS: readonly Omit<CardPalette, 'strength'>[] = [
  { ...CLASSIC_STYLE.palette },
  {
    sheet: ['#b5dff7', '#bfe6fb', '#cfeefc'],
    islands: '#dcf2fc',
    waves: '#8fc3e0',
    lettering: '#86b8d4',
  },
  {
    sheet: ['#a9d3ea', '#c4e2ee', '#d7ecef'],
    islands: '#e2f1f3',
    waves: '#6fa9c4',
    lettering: '#78a8bd',
  },
  {
    sheet: ['#c7e6e3', '#d8efe9', '#bfe2dc'],
    islands: '#ecf8f4',
    waves: '#82bdb4',
    lettering: '#7db0a8',
  },
  {
    sheet: ['#e3eef5', '#eef4f8', '#dfebf3'],
    islands: '#f8fbfd',
    waves: '#b1cbdb',
    lettering: '#b4c9d6',
  },
  {
    sheet: ['#bcd0ea', '#d0def2', '#b8cde8'],
    islands: '#e6eef9',
    waves: '#87a3d0',
    lettering: '#8aa3c9',
  },
];

const ORANGE_PAPER = {
  sheet: ['#f7cfa0', '#fbe2c0', '#f5c78f'],
  islands: '#fdf0dd',
  waves: '#dfa25c',
  lettering: '#d39a5a',
} as const;

function varyPalette(random: SpecimenRandom, paper: 'blue' | 'orange'): CardPalette {
  const colours = paper === 'orange' ? ORANGE_PAPER : random.pick(BLUE_PAPERS);
  return { ...colours, strength: random.between(0.5, 1.7) };
}
