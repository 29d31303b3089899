import {
  apiSettings,
  databaseSettings,
  loggingSettings,
  sealingSettings,
  signingSettings,
  storageSettings,
  temporalSettings,
} from '../config/sections.js';
import { readConfig } from '../config/read-config.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError listing all bad or missing names */
export function readApiConfig(environment: Environment) {
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
