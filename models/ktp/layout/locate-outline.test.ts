import { expect, it } from 'vitest';
import { fillSlots } from './fill-slots.js';
import { locateOutline } from './locate-outline.js';
import { cardLines, lineAt } from '../testing/text-lines.js';

const ROWS = [
  ['Nama', 'BUDI CONTOH'],
  ['Tempat/Tgl Lahir', 'JAKARTA, 17-08-1990'],
  ['Jenis Kelamin', 'LAKI-LAKI'],
  ['Alamat', 'JL. CONTOH NO. 1'],
  ['RT/RW', '003/007'],
  ['Kel/Desa', 'CONTOH'],
  ['Kecamatan', 'CONTOH'],
  ['Agama', 'ISLAM'],
  ['Status Perkawinan', 'KAWIN'],
  ['Pekerjaan', 'GURU'],
  ['Kewarganegaraan', 'WNI'],
  ['Berlaku Hingga', 'SEUMUR HIDUP'],
] as const;

it('places the card about its rows and columns', () => {
  const outline = locateOutline(fillSlots(cardLines(ROWS)));
  // Rows lie 24 px apart, a 0.048th of the height each: 500 px. Columns lie 200 px apart: 885 px wide.
  const [topLeft, topRight, bottomRight] = outline ?? [];
  expect((bottomRight?.y ?? 0) - (topRight?.y ?? 0)).toBeGreaterThan(450);
  expect((bottomRight?.y ?? 0) - (topRight?.y ?? 0)).toBeLessThan(550);
  expect((topRight?.x ?? 0) - (topLeft?.x ?? 0)).toBeGreaterThan(780);
  expect((topRight?.x ?? 0) - (topLeft?.x ?? 0)).toBeLessThan(1000);
  expect(topLeft?.x).toBeLessThan(100);
  expect(topLeft?.y).toBeLessThan(0);
});

it('places no card where too little was read', () => {
  expect(locateOutline(fillSlots(cardLines(ROWS.slice(0, 2))))).toBeNull();
  expect(locateOutline(fillSlots([lineAt(10, 10, 'TOKO CONTOH')]))).toBeNull();
});
