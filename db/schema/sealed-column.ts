import { customType } from 'drizzle-orm/pg-core';

/** AES-256-GCM sealed bytes with their key id, see `keys/seal.ts`. */
export const sealed = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});
