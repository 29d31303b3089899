import { randomUUID } from 'node:crypto';
import type { PartnerEnvironment } from '../contract/sandbox.js';
import { hashPassKey, type ScryptCost } from '../db/pass-key-hash.js';

/** The pass-key is shown once: only its hash is kept. */
export interface IssuedKey {
  readonly clientId: string;
  readonly passKey: string;
  readonly environment: PartnerEnvironment;
}

/** Before a transaction, not in it: the hash is slow on purpose. */
export async function createPassKey(
  environment: PartnerEnvironment,
  cost: ScryptCost | undefined,
): Promise<{ readonly issued: IssuedKey; readonly passKeyHash: string }> {
  const issued = { clientId: randomUUID(), passKey: randomUUID(), environment };
  return { issued, passKeyHash: await hashPassKey(issued.passKey, cost) };
}
