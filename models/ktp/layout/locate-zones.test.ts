import { expect, it } from 'vitest';
import type { Quad } from '../../image/homography.js';
import { STRAIGHT_CARD } from '../../card/straighten-card.js';
import { fillSlots } from './fill-slots.js';
import { locateZones } from './locate-zones.js';
import { cardLines } from '../testing/text-lines.js';

/** Around rows from x 100 on, values from x 300 on, 24 px apart from y 100 on. */
const OUTLINE: Quad = [
  { x: 90, y: 0 },
  { x: 890, y: 0 },
  { x: 890, y: 504 },
  { x: 90, y: 504 },
];
const SCALE = STRAIGHT_CARD.width / 800;
const ROWS = [
  ['NIK', '3171011708900001'],
  ['Nama', 'BUDI CONTOH'],
  ['Tempat/Tgl Lahir', 'MEDAN, 17-08-1990'],
  ['Jenis Kelamin', 'LAKI-LAKI'],
  ['Alamat', null],
  ['RT/RW', '003/007'],
  ['Kel/Desa', 'KEBON KELAPA'],
] as const;

function zones(rows: readonly (readonly [string | null, string | null])[]) {
  const found = locateZones(fillSlots(cardLines(rows)), OUTLINE);
  return new Map(found.map((zone) => [zone.slot, zone]));
}

it('places each value on the straightened card, and a little beyond its end', () => {
  const { zone, isRead } = zones(ROWS).get('name')!;
  expect(isRead).toBe(true);
  expect(zone.left).toBeCloseTo(SCALE * (300 - 90), 0);
  expect(zone.right).toBeCloseTo(SCALE * (410 + 1.6 * 20 - 90), 0);
  expect(zone.bottom - zone.top).toBeCloseTo(SCALE * 20, 0);
});

it('places the beginning of a value of which only the label was read', () => {
  const { zone, isRead } = zones(ROWS).get('address')!;
  expect(isRead).toBe(false);
  expect(zone.left).toBeGreaterThan(SCALE * 150);
  expect((zone.top + zone.bottom) / 2).toBeCloseTo(SCALE * (100 + 4 * 24), 0);
});

it('places a row between its neighbours when not even its label was read', () => {
  const lines = cardLines(ROWS).filter(({ y }) => y !== 100 + 4 * 24);
  const found = locateZones(fillSlots(lines), OUTLINE).find(({ slot }) => slot === 'address');
  expect(found?.isRead).toBe(false);
  expect((found!.zone.top + found!.zone.bottom) / 2).toBeCloseTo(SCALE * (100 + 4 * 24), 0);
});

it('counts a hidden beginning to the value whose end was read', () => {
  const late = cardLines(ROWS).map((line) =>
    line.reading.text === 'BUDI CONTOH'
      ? { ...line, left: 420, box: { ...line.box, centre: { x: 475, y: line.y } } }
      : line,
  );
  const name = locateZones(fillSlots(late), OUTLINE).find(({ slot }) => slot === 'name');
  expect(name!.zone.left).toBeLessThan(SCALE * (320 - 90));
});
