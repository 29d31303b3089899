import { describe, expect, it } from 'vitest';
import { createSpecimenRegistry } from './specimen-registry.js';

const known = { nik: '0000000000009001', name: 'SITI REKAAN', dateOfBirth: '1990-01-31' };
const registry = createSpecimenRegistry([
  known,
  { ...known, nik: '0000000000009002', isUnavailable: true },
]);

describe('the registry of specimens', () => {
  it('confirms a person, however the name is spelt', async () => {
    expect(await registry.lookUp(known)).toEqual({ outcome: 'MATCH' });
    expect(await registry.lookUp({ ...known, name: ' Siti  Rekaan ' })).toEqual({
      outcome: 'MATCH',
    });
  });

  it('names what differs', async () => {
    const fields = { name: 'SITI', dateOfBirth: '1990-01-30' };
    expect(await registry.lookUp({ ...known, ...fields })).toEqual({
      outcome: 'MISMATCH',
      fields: ['name', 'dateOfBirth'],
    });
  });

  it('does not find others, and does not answer for everybody', async () => {
    expect(await registry.lookUp({ ...known, nik: '0' })).toEqual({ outcome: 'NOT_FOUND' });
    expect(await registry.lookUp({ ...known, nik: '0000000000009002' })).toEqual({
      outcome: 'UNAVAILABLE',
    });
  });
});
