import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from './client.js';
import { partner, partnerCredential } from './schema/partner.js';
import { guardStore } from './store-error.js';

export type Partner = Readonly<typeof partner.$inferSelect>;

/** A client id that may ask for tokens, with the partner it belongs to. */
export interface Credential {
  readonly clientId: string;
  readonly passKeyHash: string;
  readonly partner: Partner;
}

export interface CredentialStore {
  /** Null when the client id does not exist or was revoked. */
  findCredential(clientId: string): Promise<Credential | null>;
}

export function createCredentialStore(database: Database): CredentialStore {
  return {
    findCredential: (clientId) =>
      guardStore('finding a partner credential', async () => {
        const [row] = await database
          .select()
          .from(partnerCredential)
          .innerJoin(partner, eq(partner.code, partnerCredential.partnerCode))
          .where(
            and(eq(partnerCredential.clientId, clientId), isNull(partnerCredential.revokedAt)),
          );
        if (row === undefined) return null;
        const { passKeyHash } = row.partner_credential;
        return { clientId, passKeyHash, partner: row.partner };
      }),
  };
}
