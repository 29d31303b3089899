import { expect, it } from 'vitest';
import { fillSlots } from '../layout/fill-slots.js';
import { isKtp } from './is-ktp.js';
import { cardLines, lineAt } from '../testing/text-lines.js';
import { KTP_THRESHOLDS } from '../thresholds.js';

const LABELS = ['NIK', 'Nama', 'Tempat/Tgl Lahir', 'Jenis Kelamin', 'Alamat', 'RT/RW'];
const lines = cardLines(LABELS.map((label) => [label, ': X1'] as const));

it('knows a card by its labels', () => {
  expect(isKtp(fillSlots(lines), lines, false, KTP_THRESHOLDS)).toBe(true);
});

it('wants more than a few labels, or a NIK under a province', () => {
  const few = lines.slice(0, 4);
  expect(isKtp(fillSlots(few), few, true, KTP_THRESHOLDS)).toBe(false);
  const headed = [...few, lineAt(250, 50, 'PROVINSI BALI')];
  expect(isKtp(fillSlots(headed), headed, true, KTP_THRESHOLDS)).toBe(true);
});

it.each(['KARTU KELUARGA', 'KARTU TANDA PELAJAR', 'SURAT KETERANGAN DOMISILI', 'Nomor KK'])(
  'refuses another paper with the same labels by its title, or a label of its own: %s',
  (title) => {
    const paper = [lineAt(200, 20, title), ...lines];
    expect(isKtp(fillSlots(paper), paper, true, KTP_THRESHOLDS)).toBe(false);
  },
);

it('is not misled by labels in another order or across the page', () => {
  const reversed = cardLines([...LABELS].reverse().map((label) => [label, ': X1'] as const));
  expect(isKtp(fillSlots(reversed), reversed, false, KTP_THRESHOLDS)).toBe(false);
  const spread = LABELS.map((label, index) => lineAt(index * 400, 100 + index * 24, label));
  expect(isKtp(fillSlots(spread), spread, false, KTP_THRESHOLDS)).toBe(false);
});
