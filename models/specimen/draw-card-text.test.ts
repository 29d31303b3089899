import sharp, { type Region } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCardFont, type DrawText } from './card-font.js';
import { CARD, PORTRAIT } from './card-layout.js';
import { drawSpecimenMarks } from './draw-card-marks.js';
import { drawCardText } from './draw-card-text.js';
import type { SpecimenTruth } from './invent-details.js';

/** The longest of everything: names of 60 characters, and the longest names of the area table. */
const LONGEST: SpecimenTruth = {
  nik: '7108888888888888',
  name: 'MAHARANI SPESIMENWATI KUSUMANINGRUM MISALNYA WIDYAWARDHANITA',
  placeOfBirth: 'KEPULAUAN SIAU TAGULANDANG BIARO',
  dateOfBirth: '1988-08-28',
  gender: 'FEMALE',
  bloodType: 'AB',
  address: 'JL. JENDERAL CONTOH MISALNYA RAYA UMPAMA BLOK WW NO. 188 M',
  rt: '088',
  rw: '088',
  kelurahan: 'MANGGALA MARGA MULYA WONOMULYO WARU',
  kecamatan: 'SIAU BARAT SELATAN MANGGALA MAKMUR',
  city: 'KABUPATEN KEPULAUAN SIAU TAGULANDANG BIARO',
  province: 'KEPULAUAN BANGKA BELITUNG',
  religion: 'KEPERCAYAAN TERHADAP TUHAN YANG MAHA ESA',
  maritalStatus: 'BELUM KAWIN',
  occupation: 'ANGGOTA DPRD KABUPATEN/KOTA MAHKAMAH',
  nationality: 'WNI',
  validUntil: 'SEUMUR HIDUP',
  placeOfIssue: 'KEPULAUAN SIAU TAGULANDANG BIARO',
  dateOfIssue: '2018-08-28',
};

const MARGIN = 300;

/** Draws on a sheet that is larger than the card, and returns where the ink lies on the card. */
async function findInk(drawing: string, area?: Region) {
  const width = CARD.width + 2 * MARGIN;
  const height = CARD.height + 2 * MARGIN;
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"><rect width="100%" height="100%" fill="#fff"/><g transform="translate(${String(MARGIN)} ${String(MARGIN)})">${drawing}</g></svg>`;
  const picture = sharp(Buffer.from(sheet)).flatten({ background: '#fff' }).greyscale();
  if (area) picture.extract({ ...area, left: area.left + MARGIN, top: area.top + MARGIN });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const ink = { left: info.width, top: info.height, right: -1, bottom: -1 };
  data.forEach((level, index) => {
    if (level > 200) return;
    const x = index % info.width;
    const y = Math.floor(index / info.width);
    ink.left = Math.min(ink.left, x);
    ink.right = Math.max(ink.right, x);
    ink.top = Math.min(ink.top, y);
    ink.bottom = Math.max(ink.bottom, y);
  });
  return {
    left: ink.left - MARGIN,
    top: ink.top - MARGIN,
    right: ink.right - MARGIN,
    bottom: ink.bottom - MARGIN,
    isBlank: ink.right < 0,
  };
}

describe('drawCardText', () => {
  let drawText: DrawText;

  beforeAll(async () => {
    drawText = await loadCardFont();
  });

  it('keeps the longest values within the card', async () => {
    const ink = await findInk(drawCardText(LONGEST, drawText));
    expect(ink.isBlank).toBe(false);
    expect(ink.left).toBeGreaterThan(0);
    expect(ink.top).toBeGreaterThan(0);
    expect(ink.right).toBeLessThan(CARD.width);
    expect(ink.bottom).toBeLessThan(CARD.height);
  });

  it('keeps them off the portrait', async () => {
    expect((await findInk(drawCardText(LONGEST, drawText), PORTRAIT)).isBlank).toBe(true);
  });

  it('prints a dash where there is no blood type', async () => {
    const place = { left: 900, top: 355, width: 80, height: 50 };
    const dash = await findInk(drawCardText({ ...LONGEST, bloodType: null }, drawText), place);
    const letters = await findInk(drawCardText(LONGEST, drawText), place);
    expect(dash.isBlank).toBe(false);
    expect(dash.bottom - dash.top).toBeLessThan(8);
    expect(letters.bottom - letters.top).toBeGreaterThan(18);
  });

  it('has no line in the place of the specimen marks', async () => {
    const marks = await findInk(drawSpecimenMarks(drawText));
    expect(marks.isBlank).toBe(false);
    for (const left of [0, CARD.width - 200]) {
      const corner = { left, top: 0, width: 200, height: 75 };
      expect((await findInk(drawCardText(LONGEST, drawText), corner)).isBlank).toBe(true);
    }
  });
});
