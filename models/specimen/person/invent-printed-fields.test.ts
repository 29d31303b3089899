import { beforeAll, describe, expect, it } from 'vitest';
import type { PrintedFields } from '../card/printed-fields.js';
import { loadAreaTable } from '../specimen-area.js';
import { inventPrintedFields } from './invent-printed-fields.js';

const COUNT = 400;

describe('the holders of generated cards', () => {
  let people: PrintedFields[] = [];

  beforeAll(async () => {
    const areas = await loadAreaTable();
    people = Array.from({ length: COUNT }, (_, index) => inventPrintedFields(index, areas));
    expect(inventPrintedFields(3, areas)).toEqual(people[3]);
  }, 60_000);

  it('have a NIK that tells birth date and sex and a serial that no district reaches', () => {
    for (const { nik, birthDate, gender } of people) {
      const [day, month, year] = birthDate.split('-').map(Number);
      const isWoman = gender === 'PEREMPUAN' || gender === 'FEMALE';
      expect(nik).toMatch(/^\d{12}9\d{3}$/);
      expect(Number(nik.slice(6, 8))).toBe(day! + (isWoman ? 40 : 0));
      expect([Number(nik.slice(8, 10)), Number(nik.slice(10, 12))]).toEqual([month, year! % 100]);
    }
  });

  it('have names that cannot be learnt by heart and fit the register', () => {
    const names = people.map(({ name }) => name);
    expect(new Set(names).size).toBeGreaterThan(COUNT * 0.95);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(60);
      expect(name).toMatch(/^[A-Z][A-Z .,'-]+$/);
      expect(name).not.toMatch(/ {2}|^ | $/);
    }
  });

  it.each([
    ['one word', ({ name }: PrintedFields) => /^[A-Z]+$/.test(name)],
    ['a title', ({ name }: PrintedFields) => /, [A-Z]+\./.test(name)],
    ['an apostrophe', ({ name }: PrintedFields) => name.includes("'")],
    ['a hyphen', ({ name }: PrintedFields) => name.includes('-')],
    ['a dash for the blood type', ({ bloodType }: PrintedFields) => bloodType === '-'],
    ['no blood type', ({ bloodType }: PrintedFields) => bloodType === ''],
    ['RT/RW of zeros', ({ rtRw }: PrintedFields) => rtRw === '000/000'],
    ['an end date', ({ validUntil }: PrintedFields) => /^\d/.test(validUntil)],
    ['a city of Jakarta', ({ city }: PrintedFields) => city.startsWith('JAKARTA')],
    ['another citizenship', ({ citizenship }: PrintedFields) => citizenship !== 'WNI'],
    ['a belief', ({ religion }: PrintedFields) => religion.startsWith('KEPERCAYAAN')],
    [
      'moved',
      ({ nik, province }: PrintedFields) => nik.startsWith('32') && province !== 'JAWA BARAT',
    ],
  ] as const)('include some with %s, and not only such', (_, has) => {
    const share = people.filter(has).length / COUNT;
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(0.5);
  });
});
