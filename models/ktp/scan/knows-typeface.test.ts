import { describe, expect, it } from 'vitest';
import { knowsTypeface } from './knows-typeface.js';

const LABELS = [
  'Nama',
  'Alamat',
  'Agama',
  'Pekerjaan',
  'Kewarganegaraan',
  'Berlaku Hingga',
  'Gol. Darah',
];

const line = (text: string, confidence: number) => ({
  reading: { text, confidence, characters: [] },
});

describe('knowsTypeface', () => {
  it('is told by the middle one of the labels', () => {
    const sure = LABELS.slice(0, 4).map((label) => line(label, 0.999));
    const unsure = LABELS.slice(4).map((label) => line(label, 0.9));
    expect(knowsTypeface([...sure, ...unsure])).toBe(true);
    expect(knowsTypeface(LABELS.map((label) => line(label, 0.95)))).toBe(false);
  });

  it('is not told by values, which may be hard to read in any typeface', () => {
    const labels = LABELS.map((label) => line(label, 0.999));
    const values = LABELS.concat(LABELS).map((_, at) => line(`JALAN ${String(at)}`, 0.4));
    expect(knowsTypeface([...labels, ...values])).toBe(true);
  });

  it('is taken for known where hardly a label is read', () => {
    expect(knowsTypeface(LABELS.slice(0, 5).map((label) => line(label, 0.5)))).toBe(true);
  });
});
