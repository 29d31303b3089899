import sharp, { type Region } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCardFont, type CardFont } from './card-font.js';
import { CARD, CLASSIC_STYLE, PORTRAIT } from './card-layout.js';
import { drawSpecimenMarks } from './draw-card-marks.js';
import { drawCardText } from './draw-card-text.js';
import { printDetails, type PrintedFields } from './printed-fields.js';
import type { SpecimenTruth } from '../invent-details.js';

/** The longest of everything: names of 60 characters, and the longest names of the area table. */
const LONGEST_TRUTH: SpecimenTruth = {
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

const LONGEST = printDetails(LONGEST_TRUTH);

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
  let font: CardFont;
  const draw = (fields: PrintedFields, style = CLASSIC_STYLE) =>
    drawCardText(fields, { style, font });

  beforeAll(async () => {
    font = await loadCardFont();
  });

  it('keeps the longest values within the card', async () => {
    const ink = await findInk(draw(LONGEST));
    expect(ink.isBlank).toBe(false);
    expect(ink.left).toBeGreaterThan(0);
    expect(ink.top).toBeGreaterThan(0);
    expect(ink.right).toBeLessThan(CARD.width);
    expect(ink.bottom).toBeLessThan(CARD.height);
  });

  it('keeps them off the portrait', async () => {
    expect((await findInk(draw(LONGEST), PORTRAIT)).isBlank).toBe(true);
  });

  it('prints a dash where there is no blood type', async () => {
    const place = { left: 900, top: 355, width: 80, height: 50 };
    const dash = await findInk(draw({ ...LONGEST, bloodType: '-' }), place);
    const letters = await findInk(draw(LONGEST), place);
    expect(dash.isBlank).toBe(false);
    expect(dash.bottom - dash.top).toBeLessThan(8);
    expect(letters.bottom - letters.top).toBeGreaterThan(18);
  });

  it('has no line in the place of the specimen marks', async () => {
    const marks = await findInk(drawSpecimenMarks(CLASSIC_STYLE, font.drawText));
    expect(marks.isBlank).toBe(false);
    for (const left of [0, CARD.width - 200]) {
      const corner = { left, top: 0, width: 200, height: 75 };
      expect((await findInk(draw(LONGEST), corner)).isBlank).toBe(true);
    }
  });

  it("prints every field as it stands in the truth, with the style's labels", () => {
    const written: string[] = [];
    const listening: CardFont = {
      measureText: ({ text }) => text.length * 22,
      drawText: ({ text }) => {
        written.push(text);
        return '';
      },
    };
    const style = { ...CLASSIC_STYLE, wrapsLongValues: true };
    drawCardText({ ...LONGEST, religion: '' }, { style, font: listening });
    const text = written.join(' ');
    const { nik, birthPlace, birthDate, province, ...others } = LONGEST;
    expect(nik).toHaveLength(16);
    expect(text).toContain(`PROVINSI ${province}`);
    expect(text).toContain(`${birthPlace}, ${birthDate}`);
    for (const value of Object.values({ ...others, religion: 'Agama : ' })) {
      expect(text).toContain(value);
    }
    for (const label of Object.values(style.labels)) expect(written).toContain(label);
  });

  it('goes on in a second line where the style does, and moves the rows below', async () => {
    const wrapping = { ...CLASSIC_STYLE, wrapsLongValues: true };
    const short = { ...LONGEST, name: 'CONTOH', address: 'GG. CONTOH' };
    const foot = { left: 300, top: 780, width: 600, height: 60 };
    const once = await findInk(draw(short, wrapping), foot);
    const twice = await findInk(draw({ ...short, name: LONGEST.name }, wrapping), foot);
    expect(twice.bottom - once.bottom).toBeGreaterThan(20);
    expect((await findInk(draw(LONGEST, wrapping), PORTRAIT)).isBlank).toBe(true);
  });
});
