import {
  createAdministration,
  type Administration,
} from '../../../administration/administration.js';
import type { AdministrationStores } from '../../../administration/administration-stores.js';
import type { ErasureKey } from '../../../contract/erasure.js';
import type { ChainedAuditEntry } from '../../../db/audit-chain.js';
import type { ErasureRecord } from '../../../db/erasure-store.js';
import type { ListedAssessment } from '../../../db/list-assessments.js';
import type { ListedDelivery } from '../../../db/list-deliveries.js';
import { createRingMasterKey } from '../../../keys/master-key.js';
import { createMemoryAuditStore } from './audit-store.js';
import { createMemoryCallbackEndpointStore } from './callback-endpoint-store.js';
import { newKeyRing } from './data-keys.js';
import { createMemoryDeliveryStore } from './delivery-store.js';
import { createMemoryErasing, type KeptInMemory } from './erasing.js';
import { createMemoryOperatorKeyStore } from './operator-key-store.js';
import { createMemoryPartnerCredentialStore } from './partner-credential-store.js';
import { createMemoryPartnerStore } from './partner-store.js';
import { createMemoryReferenceImageSourceStore } from './reference-image-source-store.js';

/** Far below what production uses: tests need the rule, not the time. */
const CHEAP_SCRYPT = { cost: 16, blockSize: 8, parallelization: 1 };

export interface MemoryAdministration {
  readonly administration: Administration;
  readonly stores: AdministrationStores;
  /** Oldest first. */
  readonly audited: readonly ChainedAuditEntry[];
  /** Newest first, as a test fills it. */
  readonly deliveries: ListedDelivery[];
  /** By submission, as a test fills it. */
  readonly assessments: Map<string, readonly ListedAssessment[]>;
  /** As a test fills them. */
  readonly kept: KeptInMemory[];
  readonly erasures: ErasureRecord[];
  readonly startedErasures: readonly ErasureKey[];
  readonly replayed: readonly { readonly submissionId: string; readonly delivery: number }[];
}

/** Data keys are tested against a database. */
const NO_DATA_KEYS: AdministrationStores['dataKeys'] = {
  list: () => Promise.resolve([]),
  listWrapped: () => Promise.resolve([]),
  add: () => Promise.reject(new Error('no data keys in memory')),
  replaceWrapping: () => Promise.reject(new Error('no data keys in memory')),
  retireOlder: () => Promise.resolve([]),
};

/** The real services over stores in memory, without transactions and without Temporal. */
export function createMemoryAdministration(now: () => Date): MemoryAdministration {
  const audited: ChainedAuditEntry[] = [];
  const deliveries: ListedDelivery[] = [];
  const assessments = new Map<string, readonly ListedAssessment[]>();
  const replayed: { submissionId: string; delivery: number }[] = [];
  const kept: KeptInMemory[] = [];
  const erasures: ErasureRecord[] = [];
  const startedErasures: ErasureKey[] = [];
  const stores: AdministrationStores = {
    ...createMemoryErasing(kept, erasures),
    partners: createMemoryPartnerStore(now),
    credentials: createMemoryPartnerCredentialStore(),
    endpoints: createMemoryCallbackEndpointStore(),
    sources: createMemoryReferenceImageSourceStore(),
    operatorKeys: createMemoryOperatorKeyStore(),
    dataKeys: NO_DATA_KEYS,
    deliveries: createMemoryDeliveryStore(deliveries),
    assessments: { listAssessments: (id) => Promise.resolve(assessments.get(id) ?? []) },
    audit: createMemoryAuditStore(audited),
  };
  const administration = createAdministration({
    transact: (_operation, run) => run(stores),
    now,
    passKeyCost: CHEAP_SCRYPT,
    masterKey: createRingMasterKey(newKeyRing()),
    erasureRuns: {
      start: (key) => {
        startedErasures.push(key);
        return Promise.resolve();
      },
    },
    keyRenewalRuns: { start: () => Promise.reject(new Error('no data keys in memory')) },
    deliveryRuns: {
      replay: (submissionId, delivery) => {
        replayed.push({ submissionId, delivery });
        return Promise.resolve();
      },
      test: () =>
        Promise.resolve({
          webhookId: 'test_1',
          httpStatus: 200,
          errorClass: null,
          durationMs: 12,
          answerExcerpt: null,
        }),
    },
  });
  return {
    administration,
    stores,
    audited,
    deliveries,
    assessments,
    kept,
    erasures,
    startedErasures,
    replayed,
  };
}
