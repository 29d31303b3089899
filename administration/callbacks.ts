import { randomBytes } from 'node:crypto';
import type { CallbackView, SetCallback } from '../contract/schema/operator/callback.js';
import type { CallbackEndpoint } from '../db/callback-endpoint-store.js';
import { conflict, notFound } from './administration-error.js';
import type { AdministrationStores } from './administration-stores.js';
import { AuditAction, recordAct } from './audited-act.js';
import { findPartner, lockPartner } from './known-partner.js';
import type { AdministrationOptions } from './administration-options.js';
import { chooseHeaders, withoutQuery } from './static-headers.js';

/** The secret is shown once, when the callback is new; null when it has one already. */
export interface SetCallbackResult extends CallbackView {
  readonly callbackSecret: string | null;
}

export interface Callbacks {
  /** Creates or changes the partner's callback, and enables it. */
  set(actor: string, partnerCode: string, given: SetCallback): Promise<SetCallbackResult>;
  show(partnerCode: string): Promise<CallbackView>;
  /** After a 410 has disabled it. */
  enable(actor: string, partnerCode: string): Promise<CallbackView>;
  remove(actor: string, partnerCode: string): Promise<void>;
  /** Adds a secret; the one before signs as well until it is dropped. */
  rotateSecret(actor: string, partnerCode: string): Promise<string>;
  dropOldSecret(actor: string, partnerCode: string): Promise<CallbackView>;
}

/** All of them throw AdministrationError. */
export function createCallbacks({ transact, now }: AdministrationOptions): Callbacks {
  /** Changes the callback that is there, and records it. */
  const change = <T>(
    by: { readonly actor: string; readonly partnerCode: string; readonly action: AuditAction },
    run: (endpoint: CallbackEndpoint, stores: AdministrationStores) => Promise<T>,
  ) =>
    transact('changing a callback', async (stores) => {
      const { actor, partnerCode, action } = by;
      await lockPartner(stores, partnerCode);
      const endpoint = await readEndpoint(stores, partnerCode);
      const result = await run(endpoint, stores);
      const detail = { url: withoutQuery(endpoint.url) };
      await recordAct(stores, { actor, at: now() }, { action, partnerCode, detail });
      return result;
    });

  return {
    set: (actor, partnerCode, given) =>
      transact('setting a callback', async (stores) => {
        await lockPartner(stores, partnerCode);
        return setCallback(stores, { actor, at: now(), partnerCode }, given);
      }),

    show: (partnerCode) =>
      transact('reading a callback', async (stores) => {
        await findPartner(stores, partnerCode);
        return toCallbackView(await readEndpoint(stores, partnerCode));
      }),

    enable: (actor, partnerCode) =>
      change({ actor, partnerCode, action: AuditAction.CALLBACK_ENABLED }, (endpoint, stores) =>
        save(stores, { ...endpoint, isDisabled: false }),
      ),

    remove: (actor, partnerCode) =>
      change({ actor, partnerCode, action: AuditAction.CALLBACK_REMOVED }, (_endpoint, stores) =>
        stores.endpoints.removeEndpoint(partnerCode),
      ),

    rotateSecret: (actor, partnerCode) =>
      change(
        { actor, partnerCode, action: AuditAction.CALLBACK_SECRET_ROTATED },
        async (endpoint, stores) => {
          if (endpoint.secrets.length > 1) {
            throw conflict('A rotation is under way. Drop the old secret first.');
          }
          const secret = createCallbackSecret();
          await save(stores, { ...endpoint, secrets: [secret, ...endpoint.secrets] });
          return secret;
        },
      ),

    dropOldSecret: (actor, partnerCode) =>
      change(
        { actor, partnerCode, action: AuditAction.CALLBACK_SECRET_DROPPED },
        (endpoint, stores) => {
          if (endpoint.secrets.length < 2) throw conflict('There is no old secret.');
          return save(stores, { ...endpoint, secrets: endpoint.secrets.slice(0, 1) });
        },
      ),
  };
}

/** Within a transaction that has locked the partner, or has just created it. */
export async function setCallback(
  stores: AdministrationStores,
  by: { readonly actor: string; readonly at: Date; readonly partnerCode: string },
  given: SetCallback,
): Promise<SetCallbackResult> {
  const { partnerCode, ...audited } = by;
  const before = await stores.endpoints.readEndpoint(partnerCode);
  const secrets = before?.secrets ?? [createCallbackSecret()];
  const view = await save(stores, {
    partnerCode,
    url: given.url,
    method: given.method ?? before?.method ?? 'POST',
    payload: given.payload ?? before?.payload ?? 'full',
    headers: chooseHeaders(given, before),
    secrets,
    isDisabled: false,
  });
  await recordAct(stores, audited, {
    action: AuditAction.CALLBACK_SET,
    partnerCode,
    detail: {
      before: before === null ? null : toAudited(toCallbackView(before)),
      after: toAudited(view),
    },
  });
  return { ...view, callbackSecret: before === null ? (secrets[0] ?? null) : null };
}

/** 24 to 64 bytes are allowed by Standard Webhooks. */
const CALLBACK_SECRET_BYTES = 32;

function createCallbackSecret(): string {
  return `whsec_${randomBytes(CALLBACK_SECRET_BYTES).toString('base64')}`;
}

export function toCallbackView(endpoint: CallbackEndpoint): CallbackView {
  const { url, method, payload, headers, secrets, isDisabled } = endpoint;
  return {
    url,
    method,
    payload,
    headerNames: Object.keys(headers),
    isRotatingSecret: secrets.length > 1,
    isDisabled,
  };
}

function toAudited({ url, ...view }: CallbackView) {
  return { url: withoutQuery(url), ...view };
}

async function readEndpoint(
  { endpoints }: AdministrationStores,
  partnerCode: string,
): Promise<CallbackEndpoint> {
  const endpoint = await endpoints.readEndpoint(partnerCode);
  if (endpoint === null) throw notFound('The partner has no callback.');
  return endpoint;
}

async function save(
  { endpoints }: AdministrationStores,
  endpoint: CallbackEndpoint,
): Promise<CallbackView> {
  await endpoints.saveEndpoint(endpoint);
  return toCallbackView(endpoint);
}
