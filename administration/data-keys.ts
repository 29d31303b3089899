import type { ListedDataKey } from '../db/data-key-rotation.js';
import { conflict } from './administration-error.js';
import {
  AuditAction,
  findPartner,
  lockPartner,
  recordAct,
  type AdministrationOptions,
} from './audited-act.js';
import type { AdministrationStores } from './administration-stores.js';
import type { KeyRenewalRuns } from './key-renewal-runs.js';

export interface RewrappedKeys {
  /** Data keys that were under another master key. */
  readonly dataKeys: number;
  /** Partners whose callback secrets and headers were sealed anew. */
  readonly partners: number;
}

/** The keys that seal what is stored. Nobody sees their bytes. */
export interface DataKeyAdministration {
  list(): Promise<readonly ListedDataKey[]>;
  /**
   * A younger data key for what is sealed from now on. What older ones have sealed is sealed by it in the
   * background; then they are retired.
   */
  renew(actor: string, partnerCode: string): Promise<{ readonly id: string }>;
  /** Has older keys' seals replaced without another key: where that was not begun, or has failed. */
  reseal(actor: string, partnerCode: string): Promise<void>;
  /**
   * After the sealing key file has got another active key: everything that the file seals in the
   * database is sealed by it. Safe to repeat.
   */
  rewrap(actor: string): Promise<RewrappedKeys>;
}

/** All of them throw AdministrationError. */
export function createDataKeyAdministration(
  { transact, now }: AdministrationOptions,
  runs: KeyRenewalRuns,
): DataKeyAdministration {
  return {
    list: () => transact('listing data keys', ({ dataKeys }) => dataKeys.list()),

    renew: async (actor, partnerCode) => {
      const renewed = await transact('renewing a data key', async (stores) => {
        await lockPartner(stores, partnerCode);
        const id = await stores.dataKeys.renew(partnerCode);
        if (id === null) {
          throw conflict(
            'The clock here is behind that of whoever made the key before. Try again.',
          );
        }
        const act = { action: AuditAction.DATA_KEY_RENEWED, partnerCode, detail: { id } };
        await recordAct(stores, { actor, at: now() }, act);
        return { id };
      });
      await runs.start(partnerCode);
      return renewed;
    },

    reseal: async (actor, partnerCode) => {
      await transact('sealing anew', async (stores) => {
        await findPartner(stores, partnerCode);
        const act = { action: AuditAction.DATA_KEYS_RESEALED, partnerCode, detail: {} };
        await recordAct(stores, { actor, at: now() }, act);
      });
      await runs.start(partnerCode);
    },

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

export interface OlderDataKeys {
  readonly actor: string;
  readonly partnerCode: string;
  /** The keys that are older than this one. */
  readonly dataKeyId: string;
}

/**
 * When everything is sealed by a younger key. Answers no where a column is not: then nothing is retired.
 * Safe to repeat.
 */
export function retireOlderDataKeys(
  { transact, now }: Pick<AdministrationOptions, 'transact' | 'now'>,
  { actor, partnerCode, dataKeyId }: OlderDataKeys,
): Promise<boolean> {
  return transact('retiring data keys', async (stores) => {
    await lockPartner(stores, partnerCode);
    const at = now();
    const retired = await stores.dataKeys.retireOlder(partnerCode, dataKeyId, at);
    if (retired === null) return false;
    if (retired.length > 0) {
      const detail = { ids: retired, sealedBy: dataKeyId };
      const act = { action: AuditAction.DATA_KEYS_RETIRED, partnerCode, detail };
      await recordAct(stores, { actor, at }, act);
    }
    return true;
  });
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
