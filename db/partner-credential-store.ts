import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import type { PartnerEnvironment } from '../contract/sandbox.js';
import type { Database } from './client.js';
import { partnerCredential } from './schema/partner.js';
import { guardStore } from './store-error.js';

export interface PartnerCredential {
  readonly clientId: string;
  readonly environment: PartnerEnvironment;
  readonly createdAt: Date;
  /** May lie ahead. */
  readonly revokedAt: Date | null;
}

export interface NewPartnerCredential {
  readonly clientId: string;
  readonly passKeyHash: string;
  readonly partnerCode: string;
  readonly environment: PartnerEnvironment;
  readonly createdAt: Date;
}

/** Which credentials end; `clientId` names one, without it all of the environment. */
export interface EndedCredentials {
  readonly partnerCode: string;
  readonly environment: PartnerEnvironment;
  readonly clientId?: string;
  readonly at: Date;
}

/** The credentials of partners, as operators see them: without the hashes. */
export interface PartnerCredentialStore {
  add(created: NewPartnerCredential): Promise<void>;
  /** Oldest first, ended ones included. */
  list(partnerCode: string): Promise<readonly PartnerCredential[]>;
  /** One that ends earlier keeps its time. Answers the client ids that were changed. */
  end(ended: EndedCredentials): Promise<readonly string[]>;
}

export function createPartnerCredentialStore(database: Database): PartnerCredentialStore {
  return {
    add: (created) =>
      guardStore('adding a partner credential', async () => {
        await database.insert(partnerCredential).values(created);
      }),

    list: (partnerCode) =>
      guardStore('listing partner credentials', () =>
        database
          .select({
            clientId: partnerCredential.clientId,
            environment: partnerCredential.environment,
            createdAt: partnerCredential.createdAt,
            revokedAt: partnerCredential.revokedAt,
          })
          .from(partnerCredential)
          .where(eq(partnerCredential.partnerCode, partnerCode))
          .orderBy(asc(partnerCredential.createdAt), asc(partnerCredential.clientId)),
      ),

    end: ({ partnerCode, environment, clientId, at }) =>
      guardStore('ending partner credentials', async () => {
        const rows = await database
          .update(partnerCredential)
          .set({ revokedAt: at })
          .where(
            and(
              eq(partnerCredential.partnerCode, partnerCode),
              eq(partnerCredential.environment, environment),
              clientId === undefined ? undefined : eq(partnerCredential.clientId, clientId),
              or(isNull(partnerCredential.revokedAt), gt(partnerCredential.revokedAt, at)),
            ),
          )
          .returning({ clientId: partnerCredential.clientId });
        return rows.map((row) => row.clientId);
      }),
  };
}
