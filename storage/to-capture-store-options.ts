import type { z } from 'zod';
import type { storageSettings } from '../config/sections.js';
import type { CaptureStoreOptions } from './capture-store.js';

type StorageConfig = Readonly<z.infer<z.ZodObject<typeof storageSettings>>>;

/** The object store as a process is configured to reach it. */
export function toCaptureStoreOptions(config: StorageConfig): CaptureStoreOptions {
  return {
    url: config.KENALI_STORAGE_URL,
    publicUrl: config.KENALI_STORAGE_PUBLIC_URL,
    accessKey: config.KENALI_STORAGE_ACCESS_KEY,
    secretKey: config.KENALI_STORAGE_SECRET_KEY,
    bucket: config.KENALI_STORAGE_BUCKET,
  };
}
