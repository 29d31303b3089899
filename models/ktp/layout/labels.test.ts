import { expect, it } from 'vitest';
import { matchLabel } from './labels.js';

it.each([
  ['Tempat/Tgl Lahir:NIAS, 11-06-1946', 'Tempat/Tgl Lahir', 0],
  ['Tempat/Tgl Lahi:NIAS, 11-06-1946', 'Tempat/Tgl Lahi', 1],
  ['Tempat/Tgl Dahi:NIAS, 11-06-1946', 'Tempat/Tgl Dahi', 2],
  ['Tempat/Tgl LahiSAUSU, 11-06-1946', 'Tempat/Tgl Lahi', 1],
  ['TempatTglLahir:NIAS, 11-06-1946', 'TempatTglLahir', 0],
  ['Tempat/Tgl: Lahir NIAS', 'Tempat/Tgl: Lahir', 0],
  ['Berlaku HinggaSEUMUR HIDUP', 'Berlaku Hingga', 0],
  ['Kecamata: NGAMPRAH', 'Kecamata', 1],
])('of %s the label is %s', (text, label, distance) => {
  expect(matchLabel(text)).toMatchObject({ end: label.length, distance });
});
