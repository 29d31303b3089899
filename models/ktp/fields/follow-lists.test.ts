import { describe, expect, it } from 'vitest';
import type { Slot } from '../layout/card-slots.js';
import { followLists } from './follow-lists.js';
import { charactersOf } from '../testing/text-lines.js';

function follow(printed: Partial<Record<Slot, string>>) {
  const sourceOf = followLists((slot) => charactersOf(printed[slot] ?? ''));
  return (slot: Slot) => {
    const source = sourceOf(slot);
    return source === null ? '' : (printed[source] ?? '');
  };
}

describe('entries of closed lists', () => {
  it('go to the row of their list when the rows are one off', () => {
    const valueOf = follow({
      kecamatan: 'CONTOH ISLAM',
      religion: 'KAWIN',
      maritalStatus: 'KARYAWAN BUMN',
      occupation: 'WNI',
      nationality: 'SEUMUR HIDUP',
    });
    expect(valueOf('religion')).toBe('');
    expect(valueOf('maritalStatus')).toBe('KAWIN');
    expect(valueOf('occupation')).toBe('KARYAWAN BUMN');
    expect(valueOf('nationality')).toBe('WNI');
    expect(valueOf('validUntil')).toBe('SEUMUR HIDUP');
  });

  it('stay where they belong, and so does what is in no list', () => {
    const printed = {
      religion: 'HINDU',
      maritalStatus: 'KAW N',
      occupation: 'PENJAGA MERCUSUAR',
      nationality: 'JAPAN',
      validUntil: '01-02-2030',
    };
    const valueOf = follow(printed);
    for (const [slot, text] of Object.entries(printed)) expect(valueOf(slot as Slot)).toBe(text);
  });

  it('do not push an entry out of its own row', () => {
    const valueOf = follow({ religion: 'KAWIN', maritalStatus: 'CERAI MATI' });
    expect(valueOf('maritalStatus')).toBe('CERAI MATI');
    expect(valueOf('religion')).toBe('');
  });
});
