import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { PartnerEnvironment } from '../contract/sandbox.js';
import type { PartnerSettings } from '../contract/schema/partner-settings.js';
import type { Database } from './client.js';
import { parseStoredSettings } from './parse-stored-settings.js';
import { partner, partnerCredential } from './schema/partner.js';
import { guardStore } from './store-error.js';

export interface Partner {
  readonly code: string;
  readonly name: string;
  readonly settings: PartnerSettings;
}

/** A client id that may ask for tokens, with the partner it belongs to. */
export interface Credential {
  readonly clientId: string;
  readonly passKeyHash: string;
  readonly environment: PartnerEnvironment;
  readonly partner: Partner;
}

export interface CredentialStore {
  /** Null when the client id does not exist or its time is over. */
  findCredential(clientId: string, now: Date): Promise<Credential | null>;
}

export function createCredentialStore(database: Database): CredentialStore {
  return {
    findCredential: (clientId, now) =>
      guardStore('finding a partner credential', async () => {
        const isGood = or(
          isNull(partnerCredential.revokedAt),
          gt(partnerCredential.revokedAt, now),
        );
        const [row] = await database
          .select()
          .from(partnerCredential)
          .innerJoin(partner, eq(partner.code, partnerCredential.partnerCode))
          .where(and(eq(partnerCredential.clientId, clientId), isGood));
        if (row === undefined) return null;
        const { passKeyHash, environment } = row.partner_credential;
        const { code, name, settings } = row.partner;
        return {
          clientId,
          passKeyHash,
          environment,
          partner: { code, name, settings: parseStoredSettings(settings) },
        };
      }),
  };
}
