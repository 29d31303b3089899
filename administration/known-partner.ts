import type { StoredPartner } from '../db/partner-store.js';
import { notFound } from './administration-error.js';
import type { AdministrationStores } from './administration-stores.js';

/** @throws AdministrationError NOT_FOUND */
export async function findPartner(
  { partners }: AdministrationStores,
  code: string,
): Promise<StoredPartner> {
  return (await partners.find(code)) ?? refuseUnknown();
}

/** Nobody else changes the partner until the transaction ends. @throws NOT_FOUND */
export async function lockPartner(
  { partners }: AdministrationStores,
  code: string,
): Promise<StoredPartner> {
  return (await partners.lock(code)) ?? refuseUnknown();
}

function refuseUnknown(): never {
  throw notFound('There is no such partner.');
}
