/**
 * The demonstration of `npm start`: one KTP Scan and one KYC Lite on drawn specimens, through the
 * public API. `node --import tsx dev/run-demo.ts DEMO_PARTNER_FILE`
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { createPartnerClient, type PartnerClient } from '../cli/session/partner-client.js';
import { driveSession, type SessionDrive } from '../cli/session/session-driver.js';
import { describeDriven, formatEvent } from '../cli/session/session-report.js';
import { readConfig } from '../config/read-config.js';
import { visionSettings } from '../config/sections.js';
import { drawSpecimen } from '../models/specimen/draw-specimen.js';
import { cropSpecimenFace } from '../models/specimen/specimen-faces.js';
import { createWeightStore } from '../models/weights/weight-store.js';

const partnerFile = z.object({
  baseUrl: z.string(),
  partnerCode: z.string(),
  clientId: z.string(),
  passKey: z.string(),
});

/** Any number: it decides who the drawn card belongs to. */
const SEED = 2026;

/** The same woman on two photographs. Liveness needs her surroundings, a card has no room for them. */
const PORTRAIT = { photo: 2, face: 1, margin: 0.5 } as const;
const SELFIE = { photo: 1, face: 2, margin: 1 } as const;

async function demonstrate(partnerPath: string): Promise<void> {
  const config = readConfig(visionSettings, process.env);
  const weights = createWeightStore(
    config.KENALI_CACHE_DIR === undefined ? {} : { cacheDir: config.KENALI_CACHE_DIR },
  );
  const client = createPartnerClient(
    partnerFile.parse(JSON.parse(await readFile(partnerPath, 'utf8'))),
  );
  const portrait = await cropSpecimenFace(weights, PORTRAIT);
  const selfie = await cropSpecimenFace(weights, SELFIE);
  const { jpeg: ktp } = await drawSpecimen({ seed: SEED, portrait });
  await show('KTP Scan on a drawn specimen', { client, flow: 'KTP_SCAN', ktp });
  await show('KYC Lite on the specimen and a selfie', { client, flow: 'KYC_LITE', ktp, selfie });
}

async function show(
  title: string,
  drive: Omit<SessionDrive, 'onEvent'> & { readonly client: PartnerClient },
): Promise<void> {
  console.log(`── ${title}`);
  const driven = await driveSession({
    ...drive,
    onEvent: (event) => {
      console.log(formatEvent(event));
    },
  });
  console.log(`${describeDriven(driven)}\n`);
}

try {
  await demonstrate(process.argv[2] ?? '');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
