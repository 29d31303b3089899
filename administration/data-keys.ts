import type { ListedDataKey } from '../db/data-key-rotation.js';
import { makeDataKey, rewrapDataKey } from '../keys/data-keys.js';
import type { MasterKey } from '../keys/master-key.js';
import { conflict } from './administration-error.js';
import { AuditAction, recordAct } from './audited-act.js';
import { findPartner, lockPartner } from './known-partner.js';
import type { AdministrationOptions } from './administration-options.js';
import type { AdministrationStores, Transact } from './administration-stores.js';
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
   * database is sealed by it, one key and one partner after the other. What was done stays done where a
   * later one fails; the audit log tells of what came to its end. Safe to repeat.
   */
  rewrap(actor: string): Promise<RewrappedKeys>;
}

/**
 * All of them throw AdministrationError. The master key may be a key service, so it is never asked within a
 * transaction: those that wait for the locks would wait for the service.
 */
export function createDataKeyAdministration(
  { transact, now }: AdministrationOptions,
  runs: KeyRenewalRuns,
  master: MasterKey,
): DataKeyAdministration {
  return {
    list: () => transact('listing data keys', ({ dataKeys }) => dataKeys.list()),

    renew: async (actor, partnerCode) => {
      await transact('finding a partner', (stores) => findPartner(stores, partnerCode));
      const made = await makeDataKey(master, partnerCode);
      const { id } = made;
      await transact('renewing a data key', async (stores) => {
        await lockPartner(stores, partnerCode);
        if (!(await stores.dataKeys.add(made))) {
          throw conflict(
            'Somebody has just made a younger key, or the clock here is behind theirs. Try again.',
          );
        }
        const act = { action: AuditAction.DATA_KEY_RENEWED, partnerCode, detail: { id } };
        await recordAct(stores, { actor, at: now() }, act);
      });
      await runs.start(partnerCode);
      return { id };
    },

    reseal: async (actor, partnerCode) => {
      await transact('sealing anew', async (stores) => {
        await findPartner(stores, partnerCode);
        const act = { action: AuditAction.DATA_KEYS_RESEALED, partnerCode, detail: {} };
        await recordAct(stores, { actor, at: now() }, act);
      });
      await runs.start(partnerCode);
    },

    rewrap: async (actor) => {
      const rewrapped = {
        dataKeys: await rewrapDataKeys(transact, master),
        partners: await resealPartners(transact),
      };
      await transact('recording a rewrap', (stores) => {
        const act = { action: AuditAction.KEYS_REWRAPPED, detail: { ...rewrapped } };
        return recordAct(stores, { actor, at: now() }, act);
      });
      return rewrapped;
    },
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

/** Answers how many were under another master key. */
async function rewrapDataKeys(transact: Transact, master: MasterKey): Promise<number> {
  const keys = await transact('listing data keys', ({ dataKeys }) => dataKeys.listWrapped());
  const others = keys.filter(({ wrappedBy }) => !master.isCurrent(wrappedBy));
  for (const key of others) {
    const rewrapped = await rewrapDataKey(master, key);
    await transact('rewrapping a data key', ({ dataKeys }) => dataKeys.replaceWrapping(rewrapped));
  }
  return others.length;
}

/** Answers how many have something that is sealed by the key file itself. */
async function resealPartners(transact: Transact): Promise<number> {
  let resealed = 0;
  const codes = await transact('listing partners', ({ partners }) => partners.listCodes());
  for (const code of codes) {
    const isResealed = await transact('sealing a partner anew', (stores) =>
      resealPartner(stores, code),
    );
    if (isResealed) resealed += 1;
  }
  return resealed;
}

/** What is saved is sealed by the active key. */
async function resealPartner(
  { partners, endpoints, sources }: AdministrationStores,
  code: string,
): Promise<boolean> {
  await partners.lock(code);
  const endpoint = await endpoints.readEndpoint(code);
  if (endpoint !== null) await endpoints.saveEndpoint(endpoint);
  const source = await sources.readSource(code);
  if (source !== null) await sources.saveSource(source);
  return endpoint !== null || source !== null;
}
