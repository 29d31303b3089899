import {
  apiSettings,
  databaseSettings,
  loggingSettings,
  sealingSettings,
  signingSettings,
  storageSettings,
  temporalSettings,
} from '../config/sections.js';
import { readConfig, type ProcessEnvironment } from '../config/read-config.js';

/** @throws ConfigError listing all bad or missing names */
export function readApiConfig(environment: ProcessEnvironment) {
  return readConfig(
    {
      ...loggingSettings,
      ...databaseSettings,
      ...temporalSettings,
      ...sealingSettings,
      ...storageSettings,
      ...signingSettings,
      ...apiSettings,
    },
    environment,
  );
}

export type ApiConfig = ReturnType<typeof readApiConfig>;
