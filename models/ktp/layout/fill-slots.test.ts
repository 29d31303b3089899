import { describe, expect, it } from 'vitest';
import type { TextLine } from '../../card/text-line.js';
import type { Slot } from './card-slots.js';
import { fillSlots } from './fill-slots.js';
import { textOf } from '../fields/read-value.js';
import { valuesOf } from '../scan/reread-slots.js';
import { cardLines, lineAt, ROWS, type CardRow } from '../testing/text-lines.js';

function read(lines: readonly TextLine[]): Partial<Record<Slot, string>> {
  const values = valuesOf(fillSlots(lines).slots);
  return Object.fromEntries([...values].map(([slot, value]) => [slot, textOf(value)]));
}

/** The rows with those of some labels replaced. */
function rowsWith(changes: Readonly<Record<string, CardRow>>): CardRow[] {
  return ROWS.map((row): CardRow => changes[row[0]] ?? row);
}

describe('values by label and row', () => {
  it('gives every label its value', () => {
    expect(read(cardLines(ROWS))).toMatchObject({
      nik: '3171011708900001',
      name: 'BUDI CONTOH',
      birth: 'JAKARTA, 17-08-1990',
      gender: 'LAKI-LAKI',
      rtRw: '003/007',
      maritalStatus: 'KAWIN',
      validUntil: 'SEUMUR HIDUP',
    });
  });

  it('does not depend on where the card lies or how large it is', () => {
    const moved = cardLines(ROWS).map((line) => ({
      ...line,
      left: line.left * 2.5 + 700,
      right: line.right * 2.5 + 700,
      y: line.y * 2.5 - 90,
      height: line.height * 2.5,
    }));
    expect(read(moved)).toEqual(read(cardLines(ROWS)));
  });

  it('parts a label from the value that is glued to it', () => {
    const rows = rowsWith({
      'Status Perkawinan': ['Status Perkawinan:CERAI HIDUP', null],
      Nama: ['NamaBUDI', null],
    });
    expect(read(cardLines(rows))).toMatchObject({ maritalStatus: 'CERAI HIDUP', name: 'BUDI' });
  });

  it('recognises labels with misread letters', () => {
    const rows = rowsWith({
      'Tempat/Tgl Lahir': ['Tempat/Tgi Lahlr', ': SOLO, 01-02-1980'],
      Kecamatan: ['Kecarnatan', ': MISAL'],
    });
    expect(read(cardLines(rows))).toMatchObject({ birth: 'SOLO, 01-02-1980', kecamatan: 'MISAL' });
  });

  it('places a row whose label was not read between its neighbours', () => {
    const rows = rowsWith({
      Alamat: [null, ': JL. CONTOH NO. 1'],
      'Berlaku Hingga': [null, ': 17-08-2017'],
    });
    expect(read(cardLines(rows))).toMatchObject({
      address: 'JL. CONTOH NO. 1',
      validUntil: '17-08-2017',
    });
  });

  it('leaves a slot empty where nothing is printed', () => {
    expect(read(cardLines(rowsWith({ Agama: ['Agama', null] })))).not.toHaveProperty('religion');
  });

  it('joins a name on two lines and keeps it out of the next field', () => {
    const rows: CardRow[] = ROWS.flatMap((row): CardRow[] =>
      row[0] === 'Nama'
        ? [
            ['Nama', ': SITI CONTOH NURHALIZA'],
            [null, 'MISALNYA, S.PD.'],
          ]
        : [row],
    );
    expect(read(cardLines(rows))).toMatchObject({
      name: 'SITI CONTOH NURHALIZA MISALNYA, S.PD.',
      birth: 'JAKARTA, 17-08-1990',
    });
  });

  it('joins a value that was found in two parts', () => {
    const lines = [
      ...cardLines(rowsWith({ Alamat: ['Alamat', ': JL. RAYA'] })),
      lineAt(410, 196, 'BOGOR KM 3'),
    ];
    expect(read(lines)).toMatchObject({ address: 'JL. RAYA BOGOR KM 3' });
  });

  it('takes a value that looks like a label as a value', () => {
    const rows = rowsWith({ 'Kel/Desa': ['Kel/Desa', 'ALAMAT'] });
    expect(read(cardLines(rows))).toMatchObject({
      kelurahan: 'ALAMAT',
      address: 'JL. CONTOH NO. 1',
    });
  });
});

describe('what shares a row or stands outside the rows', () => {
  it.each([
    ['beside the gender', [lineAt(480, 172, 'Gol. Darah : AB')]],
    ['with its letter apart', [lineAt(480, 172, 'Gol Darah'), lineAt(590, 172, ': AB')]],
  ])('finds the blood type %s', (_, extra) => {
    expect(read([...cardLines(ROWS), ...extra])).toMatchObject({
      gender: 'LAKI-LAKI',
      bloodType: 'AB',
    });
  });

  it('finds the blood type glued to the gender', () => {
    const rows = rowsWith({ 'Jenis Kelamin': ['Jenis Kelamin', ': LAKI-LAKI Gol. Darah : O'] });
    expect(read(cardLines(rows))).toMatchObject({ gender: 'LAKI-LAKI', bloodType: 'O' });
  });

  it('reads the header, with and without KOTA', () => {
    const province = lineAt(300, 30, 'PROVINSI DKI JAKARTA');
    const lines = [...cardLines(ROWS), province];
    expect(read([...lines, lineAt(340, 54, 'JAKARTA TIMUR')])).toMatchObject({
      province: 'DKI JAKARTA',
      city: 'JAKARTA TIMUR',
    });
    expect(read([...lines, lineAt(340, 54, 'KOTA BOGOR')])).toMatchObject({ city: 'KOTA BOGOR' });
  });

  it('takes sixteen digits above the name for the NIK when its label was not read', () => {
    const [, ...others] = ROWS;
    const unlabelled = [
      ...cardLines([['sNlKx', null], ...others]),
      lineAt(300, 100, ':3171011708900001'),
    ];
    expect(read(unlabelled)).toMatchObject({ nik: '3171011708900001', name: 'BUDI CONTOH' });
    const letters = [
      ...cardLines([['sNlKx', null], ...others]),
      lineAt(300, 100, ':31710117 JAKARTA'),
    ];
    expect(read(letters)).not.toHaveProperty('nik');
  });

  it('takes a misread glyph at the end of a label for no value when one stands beside it', () => {
    const misread = rowsWith({ 'Kel/Desa': ['Kel/Des8', ': CONTOH'] });
    expect(read(cardLines(misread))).toMatchObject({ kelurahan: 'CONTOH' });
  });

  it('takes two lines under the portrait for place and date of issue when neither can be read', () => {
    const smeared = [lineAt(640, 316, 'BAKAGAAT'), lineAt(650, 340, 'GO s ma')];
    expect(read([...cardLines(ROWS), ...smeared])).toMatchObject({
      placeOfIssue: 'BAKAGAAT',
      dateOfIssue: 'GO s ma',
    });
    const watermark = lineAt(660, 364, 'UNTUK KREDIT');
    expect(read([...cardLines(ROWS), ...smeared, watermark])).not.toHaveProperty('dateOfIssue');
  });

  it('reads place and date of issue under the portrait and not into the rows beside them', () => {
    const issue = [lineAt(640, 316, 'JAKARTA TIMUR'), lineAt(650, 340, '05-06-2012')];
    const lines = read([...cardLines(ROWS), ...issue]);
    expect(lines).toMatchObject({
      placeOfIssue: 'JAKARTA TIMUR',
      dateOfIssue: '05-06-2012',
      maritalStatus: 'KAWIN',
      occupation: 'GURU',
      birth: 'JAKARTA, 17-08-1990',
    });
  });

  it('keeps a mark that is printed under the rows out of them', () => {
    const lines = [...cardLines(ROWS), lineAt(280, 450, 'SPECIMEN - DATA FIKTIF')];
    expect(read(lines)).toMatchObject({ validUntil: 'SEUMUR HIDUP' });
  });
});
