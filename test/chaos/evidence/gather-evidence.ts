import type { Client } from '@temporalio/client';
import type { ChaosPlatform } from '../stage/open-platform.js';
import type { Evidence } from './evidence.js';
import { readLogs } from './read-logs.js';
import { readObjects } from './read-objects.js';
import { readRows, type Rows } from './read-rows.js';
import { readWorkflows } from './read-workflows.js';

/** Asks every store of the platform for all it has. */
export async function gatherEvidence(
  { platform }: ChaosPlatform,
  temporal: Client,
  seen: Omit<Evidence, keyof Rows | 'workflows' | 'objects' | 'texts'>,
): Promise<Evidence> {
  const { databaseUrl, paths } = platform.settings;
  const { workflows, texts } = await readWorkflows(temporal);
  return {
    ...seen,
    ...(await readRows(databaseUrl)),
    workflows,
    objects: await readObjects(platform.settings),
    texts: [...texts, ...(await readLogs(paths.logs))],
  };
}
