import { beforeAll, describe, expect, it } from 'vitest';
import { loadCardFont, type CardFont } from '../card/card-font.js';
import { CARD, CLASSIC_STYLE } from '../card/card-layout.js';
import { printDetails } from '../card/printed-fields.js';
import { inventDetails } from '../invent-details.js';
import { loadAreaTable } from '../specimen-area.js';
import { createRandom } from '../specimen-random.js';
import { chooseRuns } from './choose-runs.js';
import { listPrintedRows, type PrintedPiece } from './list-printed-rows.js';

let font: CardFont;
let rows: PrintedPiece[][];

const rowOf = (label: string) => rows.find((row) => row[0]?.text === label) ?? [];

beforeAll(async () => {
  font = await loadCardFont();
  const fields = printDetails(inventDetails(7, await loadAreaTable()));
  rows = listPrintedRows({ ...fields, name: 'BUDI CONTOH', bloodType: 'O' }, CLASSIC_STYLE, font);
});

describe('listPrintedRows', () => {
  it('lists label, colon and value of a row from left to right', () => {
    const [label, colon, value] = rowOf('Nama');
    expect([label?.text, colon?.text, value?.text]).toEqual(['Nama', ':', 'BUDI CONTOH']);
    expect(label!.right).toBeLessThan(colon!.left);
    expect(colon!.right).toBeLessThan(value!.left);
    expect(value!.left).toBeCloseTo(CLASSIC_STYLE.columns.value * CARD.width);
  });

  it('lists the NIK in the cells of its own typeface', () => {
    const digits = rowOf('NIK').at(-1)!;
    expect(digits.text).toMatch(/^\d{16}$/);
    expect(digits.left).toBeCloseTo(CLASSIC_STYLE.nik.digitsX * CARD.width);
    expect(digits.right - digits.left).toBeGreaterThan(0.4 * CARD.width);
  });
});

describe('chooseRuns', () => {
  const draw = (row: readonly PrintedPiece[], times = 400) => {
    const random = createRandom(3, 'test');
    return Array.from({ length: times }, () => chooseRuns(row, random, font)).flat();
  };

  it('takes the value with or without its colon, and now and then the whole row', () => {
    const texts = new Set(draw(rowOf('Nama')).map(({ text }) => text));
    expect(texts).toEqual(
      new Set([
        'Nama',
        'Nama:',
        ':BUDI CONTOH',
        'BUDI CONTOH',
        'Nama:BUDI CONTOH',
        'BUDI',
        'CONTOH',
      ]),
    );
  });

  it('keeps the two values of a row apart', () => {
    const texts = new Set(draw(rowOf('Jenis Kelamin')).map(({ text }) => text));
    expect(texts).toContain('Gol. Darah');
    expect([...texts].filter((text) => /^:?O$/.test(text))).toHaveLength(2);
    expect([...texts].some((text) => /^Jenis Kelamin:[A-Z-]+ Gol\. Darah:O$/.test(text))).toBe(
      true,
    );
  });

  it('says of a parted value where its words stand', () => {
    const [, , whole] = rowOf('Nama');
    const last = draw(rowOf('Nama')).find(({ text }) => text === 'CONTOH')!;
    expect(last.right).toBe(whole!.right);
    expect(last.left).toBeGreaterThan(whole!.left + 0.3 * (whole!.right - whole!.left));
  });
});
