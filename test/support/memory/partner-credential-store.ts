import type {
  NewPartnerCredential,
  PartnerCredential,
  PartnerCredentialStore,
} from '../../../db/partner-credential-store.js';

export function createMemoryPartnerCredentialStore(): PartnerCredentialStore {
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
