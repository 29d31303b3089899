import { z } from 'zod';
import { readConfig, type ProcessEnvironment } from '../config/read-config.js';
import {
  apiSettings,
  databaseSettings,
  storageSettings,
  temporalSettings,
  visionSettings,
} from '../config/sections.js';
import type { FaceModel } from '../models/face/face-embedder.js';
import type { RecogniserModel } from '../models/text/text-recogniser.js';

/** What an operator may set for `npm start`, ports aside. All of it may be left out. */
const operatorSettings = {
  ...visionSettings,
  KENALI_STATE_DIR: z.string().optional(),
  KENALI_PUBLIC_URL: apiSettings.KENALI_PUBLIC_URL.optional(),
  KENALI_DATABASE_URL: databaseSettings.KENALI_DATABASE_URL.optional(),
  KENALI_TEMPORAL_ADDRESS: temporalSettings.KENALI_TEMPORAL_ADDRESS.optional(),
  KENALI_STORAGE_URL: storageSettings.KENALI_STORAGE_URL.optional(),
  KENALI_STORAGE_PUBLIC_URL: storageSettings.KENALI_STORAGE_PUBLIC_URL.optional(),
  KENALI_STORAGE_ACCESS_KEY: storageSettings.KENALI_STORAGE_ACCESS_KEY.optional(),
  KENALI_STORAGE_SECRET_KEY: storageSettings.KENALI_STORAGE_SECRET_KEY.optional(),
  KENALI_STORAGE_BUCKET: storageSettings.KENALI_STORAGE_BUCKET,
};

/** Origin and credentials of the object store, whoever runs it. */
export interface StorageSettings {
  readonly url: string;
  readonly publicUrl: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
}

/** Servers that the operator runs; null where `npm start` runs its own. */
export interface ConfiguredServers {
  readonly databaseUrl: string | null;
  readonly temporalAddress: string | null;
  readonly storage: StorageSettings | null;
}

export interface OperatorSettings {
  readonly stateDir: string | null;
  readonly cacheDir: string | null;
  readonly faceModel: FaceModel;
  readonly ktpRecogniser: RecogniserModel;
  readonly publicUrl: string | null;
  /** Where phones reach the object store, whoever runs it. */
  readonly storagePublicUrl: string | null;
  readonly bucket: string;
  readonly servers: ConfiguredServers;
}

/** @throws ConfigError; Error naming what a configured object store lacks */
export function readOperatorSettings(environment: ProcessEnvironment): OperatorSettings {
  const config = readConfig(operatorSettings, environment);
  return {
    stateDir: config.KENALI_STATE_DIR ?? null,
    cacheDir: config.KENALI_CACHE_DIR ?? null,
    faceModel: config.KENALI_FACE_MODEL,
    ktpRecogniser: config.KENALI_KTP_RECOGNISER,
    publicUrl: config.KENALI_PUBLIC_URL ?? null,
    storagePublicUrl: config.KENALI_STORAGE_PUBLIC_URL ?? null,
    bucket: config.KENALI_STORAGE_BUCKET,
    servers: {
      databaseUrl: config.KENALI_DATABASE_URL ?? null,
      temporalAddress: config.KENALI_TEMPORAL_ADDRESS ?? null,
      storage: readConfiguredStorage(config),
    },
  };
}

function readConfiguredStorage(
  config: z.infer<z.ZodObject<typeof operatorSettings>>,
): StorageSettings | null {
  const url = config.KENALI_STORAGE_URL;
  const accessKey = config.KENALI_STORAGE_ACCESS_KEY;
  const secretKey = config.KENALI_STORAGE_SECRET_KEY;
  if (url === undefined) return null;
  if (accessKey === undefined || secretKey === undefined) {
    throw new Error(
      'KENALI_STORAGE_URL names your own object store: set KENALI_STORAGE_ACCESS_KEY and KENALI_STORAGE_SECRET_KEY as well.',
    );
  }
  const publicUrl = config.KENALI_STORAGE_PUBLIC_URL ?? url;
  return { url, publicUrl, accessKey, secretKey, bucket: config.KENALI_STORAGE_BUCKET };
}
