import type { z } from 'zod';
import { ConfigError } from '../config/read-config.js';
import type { sealingSettings } from '../config/sections.js';
import { parseKeyRing, readKeyRing, type KeyRing } from './key-ring.js';
import { combineMasterKeys, createRingMasterKey, type MasterKey } from './master-key.js';
import { createTransitMasterKey } from './transit-master-key.js';

/** What every process seals with. */
export interface Sealing {
  /** Payloads of histories, callback secrets and codes. Always ours: they take no round trip. */
  readonly ring: KeyRing;
  /** Wraps data keys: the active key of the ring, or a key service. */
  readonly master: MasterKey;
}

export type SealingSettings = Readonly<z.infer<z.ZodObject<typeof sealingSettings>>>;

/** @throws ConfigError, and Error naming a file or variable that is missing or damaged */
export async function openSealing(settings: SealingSettings): Promise<Sealing> {
  const sealing = createLocalSealing(await readRing(settings));
  const {
    KENALI_TRANSIT_URL: url,
    KENALI_TRANSIT_MOUNT: mount,
    KENALI_TRANSIT_KEY: keyName,
    KENALI_TRANSIT_TOKEN: token,
  } = settings;
  if (url === undefined && keyName === undefined) return sealing;
  if (url === undefined || keyName === undefined) {
    throw new ConfigError(
      'KENALI_TRANSIT_URL and KENALI_TRANSIT_KEY are set together or not at all.',
    );
  }
  const service = createTransitMasterKey({ url, mount, keyName, token });
  const master =
    settings.KENALI_TRANSIT_USE === 'wrap'
      ? combineMasterKeys(service, sealing.master)
      : combineMasterKeys(sealing.master, service);
  return { ...sealing, master };
}

/** Without a key service. */
export function createLocalSealing(ring: KeyRing): Sealing {
  return { ring, master: createRingMasterKey(ring) };
}

async function readRing({
  KENALI_SEALING_KEYS_PATH: path,
  KENALI_SEALING_KEYS: text,
}: SealingSettings): Promise<KeyRing> {
  if (path !== undefined && text !== undefined) {
    throw new ConfigError(
      'KENALI_SEALING_KEYS_PATH and KENALI_SEALING_KEYS are both set: it is not clear which keys seal.',
    );
  }
  if (path !== undefined) return readKeyRing(path);
  if (text !== undefined) return parseKeyRing(text, 'The setting KENALI_SEALING_KEYS');
  throw new ConfigError('Neither KENALI_SEALING_KEYS_PATH nor KENALI_SEALING_KEYS is set.');
}
