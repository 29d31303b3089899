import type { ScryptCost } from '../db/pass-key-hash.js';
import type { Transact } from './administration-stores.js';

export interface AdministrationOptions {
  readonly transact: Transact;
  readonly now: () => Date;
  /** What hashing a pass-key costs; tests take less than production. */
  readonly passKeyCost?: ScryptCost;
}
