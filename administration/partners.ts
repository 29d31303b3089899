import type {
  ChangePartner,
  CreatedPartner,
  CreatePartner,
  ListedPartner,
  PartnerView,
} from '../contract/schema/operator/partner.js';
import type { PartnerSettings } from '../contract/schema/partner-settings.js';
import type { StoredPartner } from '../db/partner-store.js';
import { conflict } from './administration-error.js';
import type { AdministrationStores } from './administration-stores.js';
import { AuditAction, recordAct } from './audited-act.js';
import { findPartner, lockPartner } from './known-partner.js';
import type { AdministrationOptions } from './administration-options.js';
import { setCallback, toCallbackView } from './callbacks.js';
import { changeSettings, type ChangedSettings } from './change-settings.js';
import { toKeyView } from './partner-keys.js';
import { createPassKey } from './pass-key.js';
import { toReferenceImageView } from './reference-images.js';
import { findStoredSettings, readStoredSettings } from './stored-settings.js';

export interface Partners {
  /** With a production key, and with a callback when one is given. */
  create(actor: string, given: CreatePartner): Promise<CreatedPartner>;
  /** By code. */
  list(): Promise<readonly ListedPartner[]>;
  show(code: string): Promise<PartnerView>;
  /** Settings as a JSON merge patch. */
  change(actor: string, code: string, given: ChangePartner): Promise<PartnerView>;
}

/** All of them throw AdministrationError. */
export function createPartners(options: AdministrationOptions): Partners {
  const { transact, now, passKeyCost } = options;
  return {
    create: async (actor, given) => {
      const { code, name = code } = given;
      const { stored } = changeSettings({}, given.settings ?? {});
      const { issued, passKeyHash } = await createPassKey('PRODUCTION', passKeyCost);
      return transact('creating a partner', async (stores) => {
        const by = { actor, at: now() };
        const isNew = await stores.partners.add({ code, name, settings: stored });
        if (!isNew) throw conflict('A partner of this code exists already.');
        const { clientId, environment } = issued;
        const key = { clientId, environment, passKeyHash, partnerCode: code, createdAt: by.at };
        await stores.credentials.add(key);
        await recordAct(stores, by, {
          action: AuditAction.PARTNER_CREATED,
          partnerCode: code,
          detail: { name, settings: stored, clientId },
        });
        const callback =
          given.callback &&
          (await setCallback(stores, { ...by, partnerCode: code }, given.callback));
        return { code, ...issued, callbackSecret: callback?.callbackSecret ?? null };
      });
    },

    list: () =>
      transact('listing partners', async ({ partners }) =>
        (await partners.list()).map((partner) => ({
          ...describeRow(partner),
          areSettingsReadable: findStoredSettings(partner.settings) !== null,
        })),
      ),

    show: (code) =>
      transact('reading a partner', async (stores) => {
        const partner = await findPartner(stores, code);
        return describePartner(stores, partner, readStoredSettings(partner.settings));
      }),

    change: (actor, code, given) =>
      transact('changing a partner', async (stores) => {
        const before = await lockPartner(stores, code);
        const changed = changeSettings(before.settings, given.settings ?? {});
        const after = { ...before, name: given.name ?? before.name };
        await stores.partners.change({ code, name: after.name, settings: changed.stored });
        await recordActs(stores, { actor, at: now() }, { before, after, changed });
        return describePartner(stores, after, changed.settings);
      }),
  };
}

/** Nothing is told of a change that changes nothing. */
async function recordActs(
  stores: AdministrationStores,
  by: { readonly actor: string; readonly at: Date },
  told: {
    readonly before: StoredPartner;
    readonly after: StoredPartner;
    readonly changed: ChangedSettings;
  },
): Promise<void> {
  const { before, after, changed } = told;
  const partnerCode = after.code;
  if (before.name !== after.name) {
    const detail = { before: before.name, after: after.name };
    await recordAct(stores, by, { action: AuditAction.PARTNER_RENAMED, partnerCode, detail });
  }
  if (Object.keys(changed.after).length > 0) {
    const detail = { before: changed.before, after: changed.after };
    await recordAct(stores, by, { action: AuditAction.SETTINGS_CHANGED, partnerCode, detail });
  }
}

async function describePartner(
  { credentials, endpoints, sources }: AdministrationStores,
  partner: StoredPartner,
  settings: PartnerSettings,
): Promise<PartnerView> {
  const keys = await credentials.list(partner.code);
  const endpoint = await endpoints.readEndpoint(partner.code);
  const source = await sources.readSource(partner.code);
  return {
    ...describeRow(partner),
    settings,
    keys: keys.map(toKeyView),
    callback: endpoint && toCallbackView(endpoint),
    referenceImage: source && toReferenceImageView(source),
  };
}

function describeRow({ code, name, createdAt }: StoredPartner) {
  return { code, name, createdAt: createdAt.toISOString() };
}
