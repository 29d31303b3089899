import type { Person } from '../person.js';

/** What a registry says about a person's particulars. */
export type LookupOutcome =
  | { readonly outcome: 'MATCH' }
  | { readonly outcome: 'MISMATCH'; readonly fields: readonly ('name' | 'dateOfBirth')[] }
  | { readonly outcome: 'NOT_FOUND' }
  /** Nothing was decided: ask again later, or let somebody look at it. */
  | { readonly outcome: 'UNAVAILABLE' };

/**
 * The port to a registry of persons. Put your own adapter here, with the access that your licence
 * gives you; it answers and does not throw.
 */
export interface RegistryLookup {
  lookUp(person: Person): Promise<LookupOutcome>;
}
