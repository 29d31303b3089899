import { expect, it } from 'vitest';
import { withListedKind, withoutKind } from './area-kind.js';

it.each([
  ['KABUPATEN BOGOR', 'BOGOR', 'KABUPATEN BOGOR'],
  ['KAB. BOGOR', 'BOGOR', 'KABUPATEN BOGOR'],
  ['KAB.BOGOR', 'BOGOR', 'KABUPATEN BOGOR'],
  ['KAB BOGOR', 'BOGOR', 'KABUPATEN BOGOR'],
  ['KOTA BOGOR', 'BOGOR', 'KOTA BOGOR'],
  ['KABUPATEN KOTABARU', 'KOTABARU', 'KABUPATEN KOTABARU'],
  ['KOTA KOTAMOBAGU', 'KOTAMOBAGU', 'KOTA KOTAMOBAGU'],
  ['KOTABARU', 'KOTABARU', 'KOTABARU'],
  ['KABAENA', 'KABAENA', 'KABAENA'],
  ['KOTA ADM. JAKARTA TIMUR', 'JAKARTA TIMUR', 'JAKARTA TIMUR'],
  ['KOTA ADMINISTRASI JAKARTA TIMUR', 'JAKARTA TIMUR', 'JAKARTA TIMUR'],
  ['KOTA JAKARTA TIMUR', 'JAKARTA TIMUR', 'JAKARTA TIMUR'],
  ['KABUPATEN ADM. KEPULAUAN SERIBU', 'KEPULAUAN SERIBU', 'KEPULAUAN SERIBU'],
  ['KABUPATEN KEPULAUAN ARU', 'KEPULAUAN ARU', 'KABUPATEN KEPULAUAN ARU'],
])('tells the word for it from the name of %s', (printed, bare, listed) => {
  expect(withoutKind(printed)).toBe(bare);
  expect(withListedKind(printed)).toBe(listed);
});
