import { randomBytes, randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { CallbackPayload } from '../contract/callback.js';
import type { ResultScreen } from '../contract/submission.js';
import type { KeyRing } from '../keys/key-ring.js';
import { createCallbackEndpointStore } from './callback-endpoint-store.js';
import type { Database } from './client.js';
import { hashPassKey } from './pass-key-hash.js';
import { callbackEndpoint, partner, partnerCredential } from './schema/partner.js';
import { guardStore } from './store-error.js';

export interface NewPartner {
  /** Two to 40 of `A-Z`, `0-9` and `_`: it begins `x-onboarding-partner`, where `-` separates. */
  readonly code: string;
  readonly name: string;
  readonly resultScreen?: ResultScreen;
  readonly successRedirectionUrl?: string;
  readonly failureRedirectionUrl?: string;
  readonly callback?: {
    readonly url: string;
    readonly method?: 'POST' | 'PUT' | 'PATCH';
    readonly payload?: CallbackPayload;
    /** Sent with every callback, such as `authorization`. Stored sealed. */
    readonly headers?: Readonly<Record<string, string>>;
  };
}

/** Shown once: only a hash of the pass-key is kept. */
export interface IssuedKey {
  readonly clientId: string;
  readonly passKey: string;
}

export interface CreatedPartner extends IssuedKey {
  /** `whsec_` secret that verifies callbacks; null for a partner without callback. */
  readonly callbackSecret: string | null;
}

export interface ListedPartner {
  readonly code: string;
  readonly name: string;
  readonly resultScreen: ResultScreen;
  readonly clientIds: readonly string[];
  readonly callbackUrl: string | null;
  readonly createdAt: Date;
}

/** What an operator does with partners. Messages are meant to be shown. */
export class PartnerError extends Error {
  override readonly name = 'PartnerError';
}

const PARTNER_CODE = /^[A-Z0-9_]{2,40}$/;

/** 24 to 64 bytes are allowed by Standard Webhooks. */
const CALLBACK_SECRET_BYTES = 32;

/** @throws PartnerError when the code is taken or not allowed, or an address is not usable */
export async function createPartner(
  database: Database,
  keyRing: KeyRing,
  created: NewPartner,
): Promise<CreatedPartner> {
  const { callback, ...plain } = created;
  refuseUnusable(created);
  const issued = await issueKey();
  const callbackSecret =
    callback && `whsec_${randomBytes(CALLBACK_SECRET_BYTES).toString('base64')}`;
  const isNew = await guardStore('creating a partner', () =>
    database.transaction(async (tx) => {
      const rows = await tx.insert(partner).values(plain).onConflictDoNothing().returning();
      if (rows.length === 0) return false;
      await tx.insert(partnerCredential).values({ ...issued.row, partnerCode: plain.code });
      if (callback && callbackSecret) {
        await createCallbackEndpointStore(tx, keyRing).saveEndpoint({
          partnerCode: plain.code,
          url: callback.url,
          method: callback.method ?? 'POST',
          payload: callback.payload ?? 'full',
          headers: callback.headers ?? {},
          secrets: [callbackSecret],
          isDisabled: false,
        });
      }
      return true;
    }),
  );
  if (!isNew) throw new PartnerError(`Partner ${plain.code} exists already.`);
  return { ...issued.key, callbackSecret: callbackSecret ?? null };
}

/**
 * Gives the partner a new client id and pass-key. The earlier ones end at once, and so do the
 * partner tokens that were issued for them.
 *
 * @throws PartnerError when there is no such partner
 */
export async function rotateKey(database: Database, partnerCode: string): Promise<IssuedKey> {
  const issued = await issueKey();
  const isKnown = await guardStore('rotating a pass-key', () =>
    database.transaction(async (tx) => {
      const [found] = await tx.select().from(partner).where(eq(partner.code, partnerCode));
      if (found === undefined) return false;
      await tx
        .update(partnerCredential)
        .set({ revokedAt: new Date() })
        .where(
          and(eq(partnerCredential.partnerCode, partnerCode), isNull(partnerCredential.revokedAt)),
        );
      await tx.insert(partnerCredential).values({ ...issued.row, partnerCode });
      return true;
    }),
  );
  if (!isKnown) throw new PartnerError(`There is no partner ${partnerCode}.`);
  return issued.key;
}

export function listPartners(database: Database): Promise<readonly ListedPartner[]> {
  return guardStore('listing partners', async () => {
    const partners = await database
      .select({ partner, callbackUrl: callbackEndpoint.url })
      .from(partner)
      .leftJoin(callbackEndpoint, eq(callbackEndpoint.partnerCode, partner.code))
      .orderBy(asc(partner.code));
    const credentials = await database
      .select()
      .from(partnerCredential)
      .where(isNull(partnerCredential.revokedAt));
    return partners.map((row) => ({
      code: row.partner.code,
      name: row.partner.name,
      resultScreen: row.partner.resultScreen,
      clientIds: credentials
        .filter(({ partnerCode }) => partnerCode === row.partner.code)
        .map(({ clientId }) => clientId),
      callbackUrl: row.callbackUrl,
      createdAt: row.partner.createdAt,
    }));
  });
}

function refuseUnusable({ code, callback, ...redirects }: NewPartner): void {
  if (!PARTNER_CODE.test(code)) {
    throw new PartnerError('A partner code is 2 to 40 of A-Z, 0-9 and _.');
  }
  const addresses = [
    ['The callback URL', callback?.url],
    ['The success redirection URL', redirects.successRedirectionUrl],
    ['The failure redirection URL', redirects.failureRedirectionUrl],
  ] as const;
  for (const [what, url] of addresses) {
    if (url !== undefined && !(/^https?:\/\//.test(url) && URL.canParse(url))) {
      throw new PartnerError(`${what} is not an http or https address.`);
    }
  }
}

async function issueKey(): Promise<{
  key: IssuedKey;
  row: { clientId: string; passKeyHash: string };
}> {
  const key = { clientId: randomUUID(), passKey: randomUUID() };
  return {
    key,
    row: { clientId: key.clientId, passKeyHash: await hashPassKey(key.passKey) },
  };
}
