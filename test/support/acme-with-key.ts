import type { Database } from '../../db/client.js';
import { createPartnerCredentialStore } from '../../db/partner-credential-store.js';
import { createPartnerStore } from '../../db/partner-store.js';

export const ACME_CLIENT_ID = 'acme-backend';

/** The partner `ACME` with a client id, whose pass-key nobody knows. */
export async function addAcmeWithKey(database: Database, createdAt: Date): Promise<void> {
  await createPartnerStore(database).add({ code: 'ACME', name: 'Acme', settings: {} });
  await createPartnerCredentialStore(database).add({
    clientId: ACME_CLIENT_ID,
    passKeyHash: 'none',
    partnerCode: 'ACME',
    environment: 'PRODUCTION',
    createdAt,
  });
}
