import { describe, expect, it } from 'vitest';
import type { Slot } from '../layout/card-slots.js';
import { dropLabelResidue } from './drop-label-residue.js';
import { textOf } from '../fields/read-value.js';
import { charactersOf } from '../testing/text-lines.js';

const drop = (slot: Slot, text: string) => textOf(dropLabelResidue(slot, charactersOf(text)));

describe('what is left of a label', () => {
  it.each([
    ['maritalStatus', 'Perka inan: BELUM KAWIN', 'BELUM KAWIN'],
    ['birth', 'ahir SUKABUMI, 24-11-2007', 'SUKABUMI, 24-11-2007'],
    ['birth', '/Tgl Lahir SOLO, 24-11-2007', 'SOLO, 24-11-2007'],
    ['nationality', 'araar 1 WN', 'WN'],
    ['kelurahan', 'Kel/De', ''],
    ['rtRw', '1 025/003', '025/003'],
    ['kecamatan', ': CIBINONG', 'CIBINONG'],
    ['kecamatan', '| CIBINONG', 'CIBINONG'],
    ['kelurahan', 'Kel/De 1 ILIR', 'ILIR'],
  ] as const)('goes from %s: %s', (slot, text, value) => {
    expect(drop(slot, text)).toBe(value);
  });

  it.each([
    ['name', 'l WAYAN CONTOH'],
    ['name', 'I MADE'],
    ['address', '1 ILIR NO. 3'],
    ['kelurahan', '1 ILIR'],
    ['kecamatan', 'V KOTO'],
    ['rtRw', '1 / 7'],
    ['maritalStatus', 'CERAl HlDUP'],
    ['religion', 'lSLAM'],
  ] as const)('leaves the value of %s alone: %s', (slot, text) => {
    expect(drop(slot, text)).toBe(text);
  });
});
