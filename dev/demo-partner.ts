import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { connectDatabase } from '../db/client.js';
import { readKeyRing } from '../keys/key-ring.js';
import { createPartnerKeeper, type PartnerKeeper } from './keep-partner.js';

const demoPartnerFile = z.object({
  baseUrl: z.string(),
  partnerCode: z.string(),
  clientId: z.string(),
  passKey: z.string(),
  sandboxClientId: z.string(),
  sandboxPassKey: z.string(),
  callbackSecret: z.string(),
  /** The `Authorization` that the sample partner asks of whoever wants a reference image. */
  referenceAuthorization: z.string(),
  /** A partner of its own, because KYC Lite compares with a reference image wherever there is one. */
  face: z.object({
    partnerCode: z.string(),
    clientId: z.string(),
    passKey: z.string(),
    callbackSecret: z.string(),
  }),
});

/** The partners that the sample partner, the demonstration and `kenali run-session` act as. */
export type DemoPartner = Readonly<z.infer<typeof demoPartnerFile>>;

/** An earlier version has written less. */
const heldFile = demoPartnerFile.partial();
type Held = z.infer<typeof heldFile>;

export interface DemoPartnerOptions {
  readonly path: string;
  readonly databaseUrl: string;
  readonly sealingKeysPath: string;
  /** Public origin of the API. */
  readonly baseUrl: string;
  /** Origin of the sample partner. */
  readonly samplePartnerUrl: string;
}

const PARTNER_CODE = 'DEMO';
const FACE_PARTNER_CODE = 'DEMO_FACE';

/**
 * Creates the partners on the first start and keeps their credentials in a file that only the
 * owner may read. Later starts follow a changed port; credentials that are lost, or that an
 * operator has revoked, are replaced by new ones.
 */
export async function ensureDemoPartner(options: DemoPartnerOptions): Promise<DemoPartner> {
  const keyRing = await readKeyRing(options.sealingKeysPath);
  const connection = connectDatabase(options.databaseUrl, 1);
  try {
    const keeper = createPartnerKeeper(connection.database, keyRing);
    const partner = await keepDemoPartners(keeper, options, await readHeld(options.path));
    await writeFile(options.path, `${JSON.stringify(partner, null, 2)}\n`, { mode: 0o600 });
    return partner;
  } finally {
    await connection.close();
  }
}

async function keepDemoPartners(
  keeper: PartnerKeeper,
  { baseUrl, samplePartnerUrl }: DemoPartnerOptions,
  held: Held,
): Promise<DemoPartner> {
  const callbackUrl = new URL('/coe/submissions-callback', samplePartnerUrl).href;
  const origins = browserOrigins(samplePartnerUrl);
  const referenceAuthorization = held.referenceAuthorization ?? createReferenceAuthorization();
  const created = await keeper.keepPartner({
    code: PARTNER_CODE,
    name: 'Sample partner',
    callbackUrl,
    redirectOrigins: origins,
    embedOrigins: origins,
  });
  const createdFace = await keeper.keepPartner({
    code: FACE_PARTNER_CODE,
    name: 'Sample partner, with reference images',
    callbackUrl,
    redirectOrigins: origins,
    embedOrigins: origins,
    referenceImage: {
      url: new URL('/coe/reference-image-url', samplePartnerUrl).href,
      authorization: referenceAuthorization,
    },
  });
  const production = await keeper.keepKey(
    PARTNER_CODE,
    'PRODUCTION',
    created ?? productionKeyOf(held),
  );
  const sandbox = await keeper.keepKey(PARTNER_CODE, 'SANDBOX', sandboxKeyOf(held));
  const face = await keeper.keepKey(FACE_PARTNER_CODE, 'PRODUCTION', createdFace ?? held.face);
  return {
    baseUrl,
    partnerCode: PARTNER_CODE,
    ...production,
    sandboxClientId: sandbox.clientId,
    sandboxPassKey: sandbox.passKey,
    callbackSecret: await keeper.readCallbackSecret(PARTNER_CODE),
    referenceAuthorization,
    face: {
      partnerCode: FACE_PARTNER_CODE,
      clientId: face.clientId,
      passKey: face.passKey,
      callbackSecret: await keeper.readCallbackSecret(FACE_PARTNER_CODE),
    },
  };
}

function productionKeyOf({ clientId, passKey }: Held) {
  return clientId === undefined || passKey === undefined ? undefined : { clientId, passKey };
}

function sandboxKeyOf({ sandboxClientId: clientId, sandboxPassKey: passKey }: Held) {
  return clientId === undefined || passKey === undefined ? undefined : { clientId, passKey };
}

function createReferenceAuthorization(): string {
  return `Bearer ${randomBytes(24).toString('base64url')}`;
}

/** A browser on this machine may say `localhost` where we say 127.0.0.1. */
function browserOrigins(url: string): readonly string[] {
  const { origin } = new URL(url);
  return [...new Set([origin, origin.replace('//127.0.0.1', '//localhost')])];
}

async function readHeld(path: string): Promise<Held> {
  try {
    return heldFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return {};
  }
}
