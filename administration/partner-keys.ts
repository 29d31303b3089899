import type { IssueKey, KeyView } from '../contract/schema/operator/partner-key.js';
import type { PartnerCredential } from '../db/partner-credential-store.js';
import { notFound } from './administration-error.js';
import { AuditAction, recordAct } from './audited-act.js';
import { findPartner, lockPartner } from './known-partner.js';
import type { AdministrationOptions } from './administration-options.js';
import { createPassKey, type IssuedKey } from './pass-key.js';

export interface RotatedKey extends IssuedKey {
  /** ISO 8601; null when the environment had no key. */
  readonly earlierKeysEndAt: string | null;
}

export interface PartnerKeys {
  /**
   * Issues a client id and pass-key of an environment. Its earlier ones, and the tokens that were
   * issued for them, end after the overlap.
   */
  issue(actor: string, partnerCode: string, asked: IssueKey): Promise<RotatedKey>;
  /** Oldest first, ended ones included. */
  list(partnerCode: string): Promise<readonly KeyView[]>;
  /** Ends a key, and the tokens that were issued for it, at once. Twice is once. */
  revoke(actor: string, partnerCode: string, clientId: string): Promise<KeyView>;
}

/** All of them throw AdministrationError. */
export function createPartnerKeys(options: AdministrationOptions): PartnerKeys {
  const { transact, now, passKeyCost } = options;
  return {
    issue: async (actor, partnerCode, { environment, overlapSeconds }) => {
      const { issued, passKeyHash } = await createPassKey(environment, passKeyCost);
      return transact('issuing a pass-key', async (stores) => {
        const at = now();
        await lockPartner(stores, partnerCode);
        const endAt = new Date(at.getTime() + overlapSeconds * 1000);
        const ended = await stores.credentials.end({ partnerCode, environment, at: endAt });
        const { clientId } = issued;
        await stores.credentials.add({
          clientId,
          passKeyHash,
          partnerCode,
          environment,
          createdAt: at,
        });
        const earlierKeysEndAt = ended.length === 0 ? null : endAt.toISOString();
        await recordAct(
          stores,
          { actor, at },
          {
            action: AuditAction.KEY_ISSUED,
            partnerCode,
            detail: { environment, clientId, ended, earlierKeysEndAt },
          },
        );
        return { ...issued, earlierKeysEndAt };
      });
    },

    list: (partnerCode) =>
      transact('listing pass-keys', async (stores) => {
        await findPartner(stores, partnerCode);
        return (await stores.credentials.list(partnerCode)).map(toKeyView);
      }),

    revoke: (actor, partnerCode, clientId) =>
      transact('revoking a pass-key', async (stores) => {
        const at = now();
        await lockPartner(stores, partnerCode);
        const keys = await stores.credentials.list(partnerCode);
        const found = keys.find((key) => key.clientId === clientId);
        if (found === undefined) throw notFound('The partner has no such client id.');
        const { environment } = found;
        const ended = await stores.credentials.end({ partnerCode, environment, clientId, at });
        if (ended.length === 0) return toKeyView(found);
        await recordAct(
          stores,
          { actor, at },
          {
            action: AuditAction.KEY_REVOKED,
            partnerCode,
            detail: { environment, clientId },
          },
        );
        return toKeyView({ ...found, revokedAt: at });
      }),
  };
}

export function toKeyView({ createdAt, revokedAt, ...key }: PartnerCredential): KeyView {
  return {
    ...key,
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
