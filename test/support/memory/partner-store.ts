import type { PartnerStore, StoredPartner } from '../../../db/partner-store.js';

export function createMemoryPartnerStore(now: () => Date): PartnerStore {
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
