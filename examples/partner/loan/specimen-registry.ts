import type { LookupOutcome, RegistryLookup } from './registry-lookup.js';

interface SpecimenEntry {
  readonly nik: string;
  readonly name: string;
  readonly dateOfBirth: string;
  readonly isUnavailable?: boolean;
}

/**
 * The invented people of `npx kenali specimen --seed 1`, `2` and `3`, so that a drawn card brings
 * about each outcome: the second is entered with another birthday, the third cannot be reached.
 * Nobody has such a NIK: the serials of real ones stay far below 9000.
 */
const SPECIMENS: readonly SpecimenEntry[] = [
  { nik: '3577025308949259', name: 'MELATI IMAJINERI KERTAJAYADI', dateOfBirth: '1994-08-13' },
  { nik: '1212023110049920', name: 'ILHAM REKAAN NUSANTARAJA', dateOfBirth: '2004-01-31' },
  {
    nik: '2103195601859983',
    name: 'KADEK CONTOH',
    dateOfBirth: '1985-01-16',
    isUnavailable: true,
  },
];

/** A registry that knows three specimens. It calls nobody. */
export function createSpecimenRegistry(
  entries: readonly SpecimenEntry[] = SPECIMENS,
): RegistryLookup {
  return {
    lookUp: ({ nik, name, dateOfBirth }) => {
      const entry = entries.find((candidate) => candidate.nik === nik);
      if (entry === undefined) return Promise.resolve({ outcome: 'NOT_FOUND' });
      if (entry.isUnavailable === true) return Promise.resolve({ outcome: 'UNAVAILABLE' });
      const fields = [
        ...(spell(entry.name) === spell(name) ? [] : (['name'] as const)),
        ...(entry.dateOfBirth === dateOfBirth ? [] : (['dateOfBirth'] as const)),
      ];
      const outcome: LookupOutcome =
        fields.length === 0 ? { outcome: 'MATCH' } : { outcome: 'MISMATCH', fields };
      return Promise.resolve(outcome);
    },
  };
}

/** Cards are printed in capitals, forms are filled in as people like. */
function spell(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toUpperCase();
}
