import { expect, it } from 'vitest';
import { printDetails } from '../card/printed-fields.js';
import { inventDetails } from '../invent-details.js';
import { loadAreaTable } from '../specimen-area.js';
import { createRandom } from '../specimen-random.js';
import { scrambleFields } from './scramble-fields.js';

it('puts what is no word in the places of free text and keeps what is printed from a list', async () => {
  const fields = printDetails(inventDetails(11, await loadAreaTable()));
  const random = createRandom(5, 'test');
  const scrambled = Array.from({ length: 50 }, () => scrambleFields(fields, random));
  expect(new Set(scrambled.map(({ name }) => name)).size).toBeGreaterThan(25);
  for (const one of scrambled) {
    expect(one.nik).toMatch(/^\d{16}$/);
    expect(one.birthDate).toMatch(/^\d{2}-\d{2}-\d{4}$/);
    expect(one.name).toMatch(/^[A-Z0-9 '.,()/-]+$/);
    expect([one.gender, one.maritalStatus]).toEqual([fields.gender, fields.maritalStatus]);
  }
});
