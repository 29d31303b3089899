import { boolean, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { CallbackPayload } from '../../contract/callback.js';
import type { PartnerEnvironment } from '../../contract/sandbox.js';
import { sealed } from './sealed-column.js';

/** An organisation that integrates. `code` is what `x-onboarding-partner` begins with. */
export const partner = pgTable('partner', {
  code: text().primaryKey(),
  name: text().notNull(),
  /** What differs from the defaults; read by `db/parse-stored-settings.ts`. */
  settings: jsonb().notNull().default({}),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

/** A client id and its pass-key. The pass-key is kept only as a slow hash. */
export const partnerCredential = pgTable('partner_credential', {
  clientId: text('client_id').primaryKey(),
  partnerCode: text('partner_code')
    .notNull()
    .references(() => partner.code),
  /** `scrypt$N$r$p$salt$hash`, base64. */
  passKeyHash: text('pass_key_hash').notNull(),
  environment: text().$type<PartnerEnvironment>().notNull().default('PRODUCTION'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  /** May lie ahead: until then the old key and the new one are both good. */
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
});

/** Where a partner's callbacks go and how they are signed. */
export const callbackEndpoint = pgTable('callback_endpoint', {
  partnerCode: text('partner_code')
    .primaryKey()
    .references(() => partner.code),
  url: text().notNull(),
  method: text().$type<'POST' | 'PUT' | 'PATCH'>().notNull().default('POST'),
  payload: text().$type<CallbackPayload>().notNull().default('full'),
  /** Sealed JSON object of the partner's own static headers. */
  headersSealed: sealed('headers_sealed'),
  /** Sealed JSON array of one or two `whsec_` secrets, newest first. */
  secretsSealed: sealed('secrets_sealed').notNull(),
  /** Set by a 410 answer; deliveries are skipped until it is cleared. */
  isDisabled: boolean('is_disabled').notNull().default(false),
});

/** Where a partner's reference images are asked for. */
export const referenceImageSource = pgTable('reference_image_source', {
  partnerCode: text('partner_code')
    .primaryKey()
    .references(() => partner.code),
  url: text().notNull(),
  method: text().$type<'GET' | 'POST'>().notNull().default('GET'),
  /** Sealed JSON object of static headers, such as `authorization`. */
  headersSealed: sealed('headers_sealed'),
  /** Hosts that the image itself may come from; empty for any. */
  imageHosts: jsonb('image_hosts').$type<readonly string[]>().notNull().default([]),
});
