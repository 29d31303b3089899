import type { ListedDataKey } from '../db/data-key-rotation.js';
import { AuditAction, findPartner, recordAct, type AdministrationOptions } from './audited-act.js';
import type { AdministrationStores } from './administration-stores.js';

export interface RewrappedKeys {
  /** Data keys that were under another master key. */
  readonly dataKeys: number;
  /** Partners whose callback secrets and headers were sealed anew. */
  readonly partners: number;
}

/** The keys that seal what is stored. Nobody sees their bytes. */
export interface DataKeyAdministration {
  list(): Promise<readonly ListedDataKey[]>;
  /** A younger data key for what is sealed from now on. What older ones have sealed stays as it is. */
  renew(actor: string, partnerCode: string): Promise<{ readonly id: string }>;
  /**
   * After the sealing key file has got another active key: everything that the file seals in the
   * database is sealed by it. Safe to repeat.
   */
  rewrap(actor: string): Promise<RewrappedKeys>;
}

/** All of them throw AdministrationError. */
export function createDataKeyAdministration({
  transact,
  now,
}: AdministrationOptions): DataKeyAdministration {
  return {
    list: () => transact('listing data keys', ({ dataKeys }) => dataKeys.list()),

    renew: (actor, partnerCode) =>
      transact('renewing a data key', async (stores) => {
        await findPartner(stores, partnerCode);
        const id = await stores.dataKeys.renew(partnerCode);
        const act = { action: AuditAction.DATA_KEY_RENEWED, partnerCode, detail: { id } };
        await recordAct(stores, { actor, at: now() }, act);
        return { id };
      }),

    rewrap: (actor) =>
      transact('rewrapping keys', async (stores) => {
        const rewrapped = {
          dataKeys: await stores.dataKeys.rewrap(),
          partners: await resealPartners(stores),
        };
        const act = { action: AuditAction.KEYS_REWRAPPED, detail: { ...rewrapped } };
        await recordAct(stores, { actor, at: now() }, act);
        return rewrapped;
      }),
  };
}

/** What is saved is sealed by the active key. */
async function resealPartners({
  partners,
  endpoints,
  sources,
}: AdministrationStores): Promise<number> {
  let resealed = 0;
  for (const { code } of await partners.list()) {
    await partners.lock(code);
    const endpoint = await endpoints.readEndpoint(code);
    if (endpoint !== null) await endpoints.saveEndpoint(endpoint);
    const source = await sources.readSource(code);
    if (source !== null) await sources.saveSource(source);
    if (endpoint !== null || source !== null) resealed += 1;
  }
  return resealed;
}
