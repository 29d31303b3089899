import { beforeAll, describe, expect, it } from 'vitest';
import { inventDetails, SPECIMEN_REFERENCE_YEAR, type SpecimenTruth } from './invent-details.js';
import { loadAreaTable, type AreaTable } from './specimen-area.js';
import { INVENTED_NAMES } from './specimen-words.js';

const SEEDS = Array.from({ length: 24 }, (_, index) => index * 7 + 1);

describe('the person of a specimen', () => {
  let areas: AreaTable;
  let people: SpecimenTruth[] = [];

  beforeAll(async () => {
    areas = await loadAreaTable();
    people = SEEDS.map((seed) => inventDetails(seed, areas));
  }, 20_000);

  it('is the same for the same seed and another for another', () => {
    expect(inventDetails(SEEDS[0]!, areas)).toEqual(people[0]);
    expect(new Set(people.map(({ nik }) => nik)).size).toBe(SEEDS.length);
  });

  it('has a NIK that tells birth date and sex', () => {
    for (const { nik, dateOfBirth, gender } of people) {
      const [year, month, day] = dateOfBirth!.split('-').map(Number);
      expect(nik).toMatch(/^\d{16}$/);
      expect(Number(nik!.slice(6, 8))).toBe(day! + (gender === 'FEMALE' ? 40 : 0));
      expect(Number(nik!.slice(8, 10))).toBe(month);
      expect(Number(nik!.slice(10, 12))).toBe(year! % 100);
    }
    expect(new Set(people.map(({ gender }) => gender)).size).toBe(2);
  });

  it('has a serial that no district reaches', () => {
    for (const { nik } of people) expect(Number(nik!.slice(12))).toBeGreaterThanOrEqual(9000);
  });

  it('lives in a village of the district that the NIK begins with', () => {
    for (const { nik, kelurahan } of people) {
      const district = nik!.slice(0, 6).replace(/^(..)(..)(..)$/, '$1.$2.$3');
      const names = areas.villages
        .filter(({ districtCode }) => districtCode === district)
        .map(({ name }) => name.toUpperCase());
      expect(names).toContain(kelurahan);
    }
  });

  it('is of age at the reference date and when the card was issued', () => {
    for (const { dateOfBirth, dateOfIssue } of people) {
      const seventeenth = `${String(Number(dateOfBirth!.slice(0, 4)) + 17)}${dateOfBirth!.slice(4)}`;
      expect(seventeenth < `${String(SPECIMEN_REFERENCE_YEAR)}-01-01`).toBe(true);
      expect(seventeenth < dateOfIssue!).toBe(true);
      expect(dateOfIssue! < `${String(SPECIMEN_REFERENCE_YEAR)}-01-01`).toBe(true);
    }
  });

  it('cannot be taken for a real one by name', () => {
    for (const { name } of people) {
      expect(INVENTED_NAMES.some((word) => name!.split(' ').includes(word))).toBe(true);
    }
  });

  it('fills every field but the blood type, which may be a dash on the card', () => {
    for (const person of people) {
      const { bloodType, ...others } = person;
      expect(Object.keys(person)).toHaveLength(20);
      expect(Object.values(others).every((value) => value !== null && value !== '')).toBe(true);
      expect([null, 'A', 'B', 'AB', 'O']).toContain(bloodType);
    }
    expect(people.some(({ bloodType }) => bloodType === null)).toBe(true);
  });

  it('carries dates as ISO and the city with its kind, as the wire does', () => {
    for (const { dateOfIssue, validUntil, city, province, rt, rw } of people) {
      expect(dateOfIssue).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(validUntil).toMatch(/^(SEUMUR HIDUP|\d{4}-\d{2}-\d{2})$/);
      if (province !== 'DKI JAKARTA') expect(city).toMatch(/^(KABUPATEN|KOTA) /);
      expect([rt, rw].join('/')).toMatch(/^\d{3}\/\d{3}$/);
    }
  });
});
