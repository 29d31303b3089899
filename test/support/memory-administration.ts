import { createAdministration, type Administration } from '../../administration/administration.js';
import type { AdministrationStores } from '../../administration/administration-stores.js';
import type { ErasureKey } from '../../contract/erasure.js';
import { CHAIN_START, linkEntry, type ChainedAuditEntry } from '../../db/audit-chain.js';
import type { CallbackEndpoint } from '../../db/callback-endpoint-store.js';
import type { ErasureRecord } from '../../db/erasure-store.js';
import type { ListedAssessment } from '../../db/list-assessments.js';
import type { ListedDelivery } from '../../db/list-deliveries.js';
import type { NewOperatorKey, OperatorKey } from '../../db/operator-key-store.js';
import type { NewPartnerCredential, PartnerCredential } from '../../db/partner-credential-store.js';
import type { StoredPartner } from '../../db/partner-store.js';
import type { ReferenceImageSource } from '../../db/reference-image-source-store.js';
import { createRingMasterKey } from '../../keys/master-key.js';
import { newKeyRing } from './memory-data-keys.js';
import { createMemoryErasing, type KeptInMemory } from './memory-erasing.js';

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
    partners: createMemoryPartners(now),
    credentials: createMemoryCredentials(),
    endpoints: createMemoryEndpoints(),
    sources: createMemorySources(),
    operatorKeys: createMemoryOperatorKeys(),
    dataKeys: NO_DATA_KEYS,
    deliveries: createMemoryDeliveries(deliveries),
    assessments: { listAssessments: (id) => Promise.resolve(assessments.get(id) ?? []) },
    audit: createMemoryAudit(audited),
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

function createMemoryPartners(now: () => Date): AdministrationStores['partners'] {
  const rows = new Map<string, StoredPartner>();
  const find = (code: string) => Promise.resolve(rows.get(code) ?? null);
  return {
    find,
    lock: find,
    list: () => Promise.resolve([...rows.values()].sort((a, b) => (a.code < b.code ? -1 : 1))),
    listCodes: () => Promise.resolve([...rows.keys()].sort()),
    add: (created) => {
      if (rows.has(created.code)) return Promise.resolve(false);
      rows.set(created.code, { ...created, createdAt: now() });
      return Promise.resolve(true);
    },
    change: (changed) => {
      const row = rows.get(changed.code);
      if (row !== undefined) rows.set(row.code, { ...row, ...changed });
      return Promise.resolve();
    },
  };
}

function createMemoryCredentials(): AdministrationStores['credentials'] {
  const rows = new Map<string, NewPartnerCredential & PartnerCredential>();
  return {
    add: (created) => {
      rows.set(created.clientId, { ...created, revokedAt: null });
      return Promise.resolve();
    },
    list: (partnerCode) =>
      Promise.resolve(
        [...rows.values()]
          .filter((row) => row.partnerCode === partnerCode)
          .map(({ clientId, environment, createdAt, revokedAt }) => ({
            clientId,
            environment,
            createdAt,
            revokedAt,
          })),
      ),
    end: ({ partnerCode, environment, clientId, at }) => {
      const ended = [...rows.values()].filter(
        (row) =>
          row.partnerCode === partnerCode &&
          row.environment === environment &&
          (clientId === undefined || row.clientId === clientId) &&
          (row.revokedAt === null || row.revokedAt > at),
      );
      for (const row of ended) rows.set(row.clientId, { ...row, revokedAt: at });
      return Promise.resolve(ended.map((row) => row.clientId));
    },
  };
}

function createMemoryEndpoints(): AdministrationStores['endpoints'] {
  const rows = new Map<string, CallbackEndpoint>();
  return {
    readEndpoint: (code) => Promise.resolve(rows.get(code) ?? null),
    saveEndpoint: (endpoint) => {
      rows.set(endpoint.partnerCode, endpoint);
      return Promise.resolve();
    },
    disableEndpoint: (code, url) => {
      const row = rows.get(code);
      if (row?.url === url) rows.set(code, { ...row, isDisabled: true });
      return Promise.resolve();
    },
    removeEndpoint: (code) => {
      rows.delete(code);
      return Promise.resolve();
    },
  };
}

function createMemorySources(): AdministrationStores['sources'] {
  const rows = new Map<string, ReferenceImageSource>();
  return {
    hasSource: (code) => Promise.resolve(rows.has(code)),
    readSource: (code) => Promise.resolve(rows.get(code) ?? null),
    saveSource: (source) => {
      rows.set(source.partnerCode, source);
      return Promise.resolve();
    },
    removeSource: (code) => {
      rows.delete(code);
      return Promise.resolve();
    },
  };
}

function createMemoryOperatorKeys(): AdministrationStores['operatorKeys'] {
  const rows = new Map<string, NewOperatorKey & OperatorKey>();
  const shown = ({ id, name, createdAt, revokedAt }: OperatorKey) => ({
    id,
    name,
    createdAt,
    revokedAt,
  });
  return {
    add: (created) => {
      if ([...rows.values()].some(({ name }) => name === created.name)) {
        return Promise.resolve(false);
      }
      rows.set(created.id, { ...created, revokedAt: null });
      return Promise.resolve(true);
    },
    findByHash: (keyHash) => {
      const row = [...rows.values()].find((key) => key.keyHash === keyHash);
      return Promise.resolve(row?.revokedAt === null ? shown(row) : null);
    },
    list: () => Promise.resolve([...rows.values()].map(shown)),
    revoke: (id, at) => {
      const row = rows.get(id);
      if (row?.revokedAt !== null) return Promise.resolve(null);
      const revoked = { ...row, revokedAt: at };
      rows.set(id, revoked);
      return Promise.resolve(shown(revoked));
    },
  };
}

function isNewer(other: ListedDelivery, row: ListedDelivery): boolean {
  return other.submissionId === row.submissionId && other.delivery > row.delivery;
}

function createMemoryDeliveries(
  rows: readonly ListedDelivery[],
): AdministrationStores['deliveries'] {
  return {
    listDeliveries: (filter) => {
      const { partnerCode, state, submissionId, from, until, isNewest, limit, after } = filter;
      const start = after
        ? rows.findIndex(
            (row) => row.submissionId === after.submissionId && row.delivery === after.delivery,
          ) + 1
        : 0;
      return Promise.resolve(
        rows
          .slice(start)
          .filter(
            (row) =>
              (partnerCode === undefined || row.partnerCode === partnerCode) &&
              (state === undefined || row.state === state) &&
              (submissionId === undefined || row.submissionId === submissionId) &&
              (from === undefined || row.createdAt >= from) &&
              (until === undefined || row.createdAt < until) &&
              (isNewest !== true || !rows.some((other) => isNewer(other, row))),
          )
          .slice(0, limit),
      );
    },
    nextDeliveryNumber: (submissionId) => {
      const numbers = rows.filter((row) => row.submissionId === submissionId);
      return Promise.resolve(Math.max(0, ...numbers.map((row) => row.delivery)) + 1);
    },
  };
}

function createMemoryAudit(rows: ChainedAuditEntry[]): AdministrationStores['audit'] {
  return {
    add: (entry) => {
      rows.push({ ...entry, ...linkEntry(rows.at(-1) ?? CHAIN_START, entry) });
      return Promise.resolve();
    },
    listChain: (after, limit) => Promise.resolve(rows.slice(after, after + limit)),
    countUnchained: () => Promise.resolve({ older: 0, younger: 0 }),
    list: ({ partnerCode, actor, action, from, until, before, limit }) =>
      Promise.resolve(
        rows
          .filter(
            (row) =>
              (partnerCode === undefined || row.partnerCode === partnerCode) &&
              (actor === undefined || row.actor === actor) &&
              (action === undefined || row.action.startsWith(action)) &&
              (from === undefined || row.at >= from) &&
              (until === undefined || row.at < until) &&
              (before === undefined || row.id < before),
          )
          .toReversed()
          .slice(0, limit),
      ),
  };
}
