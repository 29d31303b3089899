import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { createCallbackEndpointStore } from '../db/callback-endpoint-store.js';
import { connectDatabase, type Database } from '../db/client.js';
import { createPartner, listPartners, rotateKey } from '../db/partner-store.js';
import { readKeyRing, type KeyRing } from '../keys/key-ring.js';

const demoPartnerFile = z.object({
  baseUrl: z.string(),
  partnerCode: z.string(),
  clientId: z.string(),
  passKey: z.string(),
  callbackSecret: z.string(),
  /** The `Authorization` that the sample partner asks of whoever wants a reference image. */
  referenceAuthorization: z.string().default(createReferenceAuthorization),
});

/** The partner that the sample partner, the demonstration and `kenali run-session` act as. */
export type DemoPartner = Readonly<z.infer<typeof demoPartnerFile>>;

export interface DemoPartnerOptions {
  readonly path: string;
  readonly databaseUrl: string;
  readonly sealingKeysPath: string;
  /** Public origin of the API. */
  readonly baseUrl: string;
  readonly callbackUrl: string;
}

const PARTNER_CODE = 'DEMO';

/**
 * Creates the partner on the first start and keeps its credentials in a file that only the owner
 * may read. Later starts follow a changed port; a lost file is replaced by new credentials.
 */
export async function ensureDemoPartner(options: DemoPartnerOptions): Promise<DemoPartner> {
  const keyRing = await readKeyRing(options.sealingKeysPath);
  const connection = connectDatabase(options.databaseUrl, 1);
  try {
    const { database } = connection;
    const isKnown = (await listPartners(database)).some(({ code }) => code === PARTNER_CODE);
    const keys = isKnown
      ? await keepPartner(database, keyRing, options)
      : await addPartner(database, keyRing, options);
    const partner = { ...keys, baseUrl: options.baseUrl, partnerCode: PARTNER_CODE };
    await writeFile(options.path, `${JSON.stringify(partner, null, 2)}\n`, { mode: 0o600 });
    return partner;
  } finally {
    await connection.close();
  }
}

type Credentials = Omit<DemoPartner, 'baseUrl' | 'partnerCode'>;

function createReferenceAuthorization(): string {
  return `Bearer ${randomBytes(24).toString('base64url')}`;
}

async function addPartner(
  database: Database,
  keyRing: KeyRing,
  { callbackUrl }: DemoPartnerOptions,
): Promise<Credentials> {
  const { clientId, passKey, callbackSecret } = await createPartner(database, keyRing, {
    code: PARTNER_CODE,
    name: 'Sample partner',
    callback: { url: callbackUrl },
  });
  return {
    clientId,
    passKey,
    callbackSecret: callbackSecret ?? '',
    referenceAuthorization: createReferenceAuthorization(),
  };
}

async function keepPartner(
  database: Database,
  keyRing: KeyRing,
  { callbackUrl, path }: DemoPartnerOptions,
): Promise<Credentials> {
  const endpoints = createCallbackEndpointStore(database, keyRing);
  const endpoint = await endpoints.readEndpoint(PARTNER_CODE);
  const callbackSecret = endpoint?.secrets[0];
  if (endpoint === null || callbackSecret === undefined) {
    throw new Error(
      `The demo partner ${PARTNER_CODE} has no callback. Drop it with: npm start -- --reset`,
    );
  }
  await endpoints.saveEndpoint({ ...endpoint, url: callbackUrl, isDisabled: false });
  const held = await readCredentials(path);
  const { clientId, passKey } = held ?? (await rotateKey(database, PARTNER_CODE));
  const referenceAuthorization = held?.referenceAuthorization ?? createReferenceAuthorization();
  return { clientId, passKey, callbackSecret, referenceAuthorization };
}

async function readCredentials(path: string): Promise<DemoPartner | null> {
  try {
    return demoPartnerFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
