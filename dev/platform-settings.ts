import type { FaceModel } from '../models/face/face-embedder.js';
import type { RecogniserModel } from '../models/text/text-recogniser.js';
import { readServerSecrets } from './state/server-secrets.js';
import type { StatePaths } from './state/state-paths.js';
import type { Ports } from './ports.js';
import type { OperatorSettings, StorageSettings } from './operator-settings.js';

/** Settings of the object store that `npm start` runs. */
export async function ownStorageSettings(
  paths: StatePaths,
  ports: Ports,
  { storagePublicUrl, bucket }: Pick<OperatorSettings, 'storagePublicUrl' | 'bucket'>,
): Promise<StorageSettings> {
  const { storageAccessKey, storageSecretKey } = await readServerSecrets(paths.secrets);
  const url = `http://127.0.0.1:${String(ports.storage)}`;
  return {
    url,
    publicUrl: storagePublicUrl ?? url,
    accessKey: storageAccessKey,
    secretKey: storageSecretKey,
    bucket,
  };
}

export interface PlatformSettings {
  readonly ports: Ports;
  readonly paths: StatePaths;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly storage: StorageSettings;
  readonly publicUrl: string;
  readonly cacheDir: string;
  readonly faceModel: FaceModel;
  readonly ktpRecogniser: RecogniserModel;
}

/** What each of our processes is configured with, and no more than it needs. */
export function processEnvironments(settings: PlatformSettings) {
  const { paths, ports, storage } = settings;
  const sessions = {
    KENALI_DATABASE_URL: settings.databaseUrl,
    KENALI_TEMPORAL_ADDRESS: settings.temporalAddress,
    KENALI_SEALING_KEYS_PATH: paths.sealingKeys,
  };
  const captures = {
    KENALI_STORAGE_URL: storage.url,
    KENALI_STORAGE_PUBLIC_URL: storage.publicUrl,
    KENALI_STORAGE_ACCESS_KEY: storage.accessKey,
    KENALI_STORAGE_SECRET_KEY: storage.secretKey,
    KENALI_STORAGE_BUCKET: storage.bucket,
  };
  return {
    api: {
      ...sessions,
      ...captures,
      KENALI_API_PORT: String(ports.api),
      KENALI_PUBLIC_URL: settings.publicUrl,
      KENALI_SIGNING_KEYS_PATH: paths.signingKeys,
      // All callers are on this machine and share one address.
      KENALI_REQUESTS_PER_MINUTE_PER_IP: '60000',
    },
    // The sample partner listens on loopback, where nothing may go otherwise.
    'worker-sessions': {
      ...sessions,
      ...captures,
      KENALI_SIGNING_KEYS_PATH: paths.signingKeys,
      KENALI_DANGEROUS_OUTBOUND_CIDRS: '127.0.0.1/32',
    },
    'worker-vision': {
      ...sessions,
      ...captures,
      KENALI_CACHE_DIR: settings.cacheDir,
      KENALI_FACE_MODEL: settings.faceModel,
      KENALI_KTP_RECOGNISER: settings.ktpRecogniser,
    },
  };
}
