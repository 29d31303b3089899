import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readConfig, type ProcessEnvironment } from '../../config/read-config.js';
import type { PartnerClientOptions } from '../session/partner-client.js';

/** What the caller gave on the command line. */
export interface PlatformFlags {
  readonly baseUrl?: string | undefined;
  readonly partnerCode?: string | undefined;
  readonly clientId?: string | undefined;
  readonly passKey?: string | undefined;
}

/** The platform cannot be addressed: a setting is missing or not usable. Never quotes a value. */
export class PlatformSettingsError extends Error {
  override readonly name = 'PlatformSettingsError';
}

const demoPartner = z.object({
  baseUrl: z.url({ protocol: /^https?$/ }),
  partnerCode: z.string().min(1),
  clientId: z.string().min(1),
  passKey: z.string().min(1),
});

const baseUrl = z.url({ protocol: /^https?$/ });

/** The pass-key may also come from the file that `KENALI_PASS_KEY_FILE` names. */
const partnerSettings = {
  KENALI_BASE_URL: baseUrl.optional(),
  KENALI_PARTNER_CODE: z.string().optional(),
  KENALI_CLIENT_ID: z.string().optional(),
  KENALI_PASS_KEY: z.string().optional(),
};

const stateSettings = { KENALI_STATE_DIR: z.string().optional() };

const SOURCES = {
  partnerCode: '--partner-code (or KENALI_PARTNER_CODE)',
  clientId: '--client-id (or KENALI_CLIENT_ID)',
  passKey: 'KENALI_PASS_KEY (or --pass-key)',
} as const;

/**
 * Where the platform is and who asks: options first, then the environment, then the partner that
 * `npm start` keeps in its state folder. The three credentials are one set: they come from options
 * and environment together, or all from the state folder.
 *
 * @throws PlatformSettingsError
 */
export async function readPlatformSettings(
  flags: PlatformFlags,
  environment: ProcessEnvironment,
  cloneFolder: string,
): Promise<PartnerClientOptions> {
  const config = readConfig(partnerSettings, environment);
  const partnerCode = flags.partnerCode ?? config.KENALI_PARTNER_CODE;
  const clientId = flags.clientId ?? config.KENALI_CLIENT_ID;
  const passKey = flags.passKey ?? config.KENALI_PASS_KEY;
  const address = flags.baseUrl === undefined ? config.KENALI_BASE_URL : checkUrl(flags.baseUrl);
  if (partnerCode !== undefined && clientId !== undefined && passKey !== undefined) {
    if (address !== undefined) return { baseUrl: address, partnerCode, clientId, passKey };
    throw new PlatformSettingsError('Give the address with --base-url or KENALI_BASE_URL.');
  }
  const given = { partnerCode, clientId, passKey };
  if (Object.values(given).some((value) => value !== undefined)) throw incomplete(given);
  const demo = await readDemoPartner(stateFolder(environment, cloneFolder));
  return { ...demo, baseUrl: address ?? demo.baseUrl };
}

/** The state folder of `npm start`. */
export function stateFolder(environment: ProcessEnvironment, cloneFolder: string): string {
  const { KENALI_STATE_DIR } = readConfig(stateSettings, environment);
  return path.resolve(KENALI_STATE_DIR ?? path.join(cloneFolder, '.kenali'));
}

async function readDemoPartner(folder: string): Promise<z.infer<typeof demoPartner>> {
  const file = path.join(folder, 'demo-partner.json');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new PlatformSettingsError(
      `There is no ${file}. Start the platform with "npm start", or set KENALI_BASE_URL, KENALI_PARTNER_CODE, KENALI_CLIENT_ID and KENALI_PASS_KEY.`,
    );
  });
  const parsed = demoPartner.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new PlatformSettingsError(`${file} is damaged; "npm start" writes it anew.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkUrl(value: string): string {
  const parsed = baseUrl.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new PlatformSettingsError('--base-url is not an http or https address.');
}

function incomplete(given: Readonly<Record<keyof typeof SOURCES, string | undefined>>): Error {
  const missing = (['partnerCode', 'clientId', 'passKey'] as const)
    .filter((name) => given[name] === undefined)
    .map((name) => SOURCES[name]);
  return new PlatformSettingsError(`The credentials are incomplete without ${missing.join(', ')}.`);
}
