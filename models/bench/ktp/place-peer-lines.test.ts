import { describe, expect, it } from 'vitest';
import { createAreaDirectory } from '../../ktp/areas/areas.js';
import type { PeerLine } from './engine-answer.js';
import { placePeerLines } from './place-peer-lines.js';

const areas = createAreaDirectory([]);

const ROWS = [
  ['NIK', '：3171011708900001'],
  ['Nama', ': BUDI CONTOH'],
  ['Tempat/Tgl Lahir', ': JAKARTA, 17-08-1990'],
  ['Jenis Kelamin', ': LAKI-LAKI'],
  ['Alamat', ': JL. CONTOH NO. 1'],
  ['RT/RW', ': 003/007'],
  ['Agama', ': ISLAM'],
] as const;

/** A card's rows 30 px apart, 12 px a letter, turned about the origin. */
function drawLines(angle: number): PeerLine[] {
  const turn = (x: number, y: number): [number, number] => [
    x * Math.cos(angle) - y * Math.sin(angle),
    x * Math.sin(angle) + y * Math.cos(angle),
  ];
  const line = (text: string, left: number, top: number): PeerLine => {
    const right = left + text.length * 12;
    const quad: PeerLine['quad'] = [
      turn(left, top),
      turn(right, top),
      turn(right, top + 20),
      turn(left, top + 20),
    ];
    return { text, confidence: 0.9, quad };
  };
  return ROWS.flatMap(([label, value], row) => [
    line(label, 0, row * 30),
    line(value, 220, row * 30),
  ]);
}

describe('placePeerLines', () => {
  it.each([0, 0.1, Math.PI / 2, Math.PI, -Math.PI / 2])(
    'places and parses what a peer read of a card turned by %f',
    (angle) => {
      const { isKtp, details, confidence } = placePeerLines(drawLines(angle), areas);
      expect(isKtp).toBe(true);
      expect(details).toMatchObject({
        nik: '3171011708900001',
        name: 'BUDI CONTOH',
        placeOfBirth: 'JAKARTA',
        dateOfBirth: '1990-08-17',
        gender: 'MALE',
        rt: '003',
        rw: '007',
        religion: 'ISLAM',
      });
      expect(confidence.name).toBeCloseTo(0.9);
    },
  );

  it('finds no card in other text, and nothing in none', () => {
    const [line] = drawLines(0);
    expect(placePeerLines([{ ...line!, text: 'TOKO CONTOH' }], areas).isKtp).toBe(false);
    expect(placePeerLines([], areas)).toMatchObject({ isKtp: false });
  });
});
