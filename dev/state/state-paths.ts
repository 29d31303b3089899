import { join } from 'node:path';

/** Where everything of one installation lives, see `openStateFolder`. */
export interface StatePaths {
  readonly root: string;
  /** Marks the folder as ours, so that a reset never drops another one. */
  readonly marker: string;
  /** Written while a platform runs from the folder. */
  readonly lock: string;
  readonly postgres: string;
  readonly storage: string;
  readonly storageConfig: string;
  readonly temporalDatabase: string;
  readonly sealingKeys: string;
  readonly signingKeys: string;
  readonly secrets: string;
  readonly demoPartner: string;
  readonly logs: string;
}

export function statePaths(root: string): StatePaths {
  return {
    root,
    marker: join(root, 'kenali-state.json'),
    lock: join(root, 'running.json'),
    postgres: join(root, 'postgres'),
    storage: join(root, 'minio'),
    storageConfig: join(root, 'minio-config'),
    temporalDatabase: join(root, 'temporal.db'),
    sealingKeys: join(root, 'keys', 'sealing-keys.json'),
    signingKeys: join(root, 'keys', 'signing-keys.json'),
    secrets: join(root, 'secrets.json'),
    demoPartner: join(root, 'demo-partner.json'),
    logs: join(root, 'logs'),
  };
}
