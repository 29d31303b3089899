import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { PartnerClient } from '../../../../cli/session/partner-client.js';
import { createOperator } from '../../../support/contract/contract-partner.js';
import { invitePartner } from '../../../support/invite-partner.js';
import { waitFor } from '../../../support/wait-for.js';
import type { CallbackLog } from '../load/callback-log.js';
import type { MeasuredSession } from '../load/play-session.js';
import type { BenchPlatform } from './open-bench-platform.js';
import type { PersonPictures } from './prepare-pictures.js';

/** What every part of a run needs. */
export interface BenchStage {
  readonly platform: BenchPlatform;
  readonly temporal: Client;
  readonly client: PartnerClient;
  readonly callbacks: CallbackLog;
  /** Of whoever comes as the `person`th, from 0. */
  readonly picturesOf: (person: number) => PersonPictures;
  /** Resolves when the partner has been told of all of them. */
  readonly awaitCallbacks: (sessions: readonly MeasuredSession[]) => Promise<void>;
  readonly pause: (ms: number) => Promise<void>;
}

/** The same few pictures come again and again, and nobody is told to wait for asking too often. */
const SETTINGS = { reusedSelfies: 'RECORD', requestsPerMinute: 100_000 };
const CALLBACK_MS = 120_000;

export async function setStage({
  platform,
  temporal,
  callbacks,
  pictures,
  signal,
}: Pick<BenchStage, 'platform' | 'temporal' | 'callbacks'> & {
  readonly pictures: readonly PersonPictures[];
  readonly signal: AbortSignal;
}): Promise<BenchStage> {
  const { settings, urls } = platform.platform;
  const operator = await createOperator({
    apiUrl: urls.api,
    databaseUrl: settings.databaseUrl,
    sealingKeysPath: settings.paths.sealingKeys,
  });
  const { clients } = await invitePartner(operator, {
    name: 'bench',
    baseUrl: urls.api,
    callbackUrl: callbacks.url,
    settings: SETTINGS,
  });
  return {
    platform,
    temporal,
    callbacks,
    client: clients.PRODUCTION,
    picturesOf(person) {
      const one = pictures[person % pictures.length];
      if (one === undefined) throw new RangeError('There is nobody.');
      return one;
    },
    async awaitCallbacks(sessions) {
      const ended = sessions.filter((session) => session.ended === 'COMPLETED');
      await waitFor(
        'callbacks',
        () => {
          const told = callbacks.read();
          return Promise.resolve(ended.every(({ submissionId }) => told.has(submissionId)));
        },
        CALLBACK_MS,
      );
    },
    pause: (ms) => sleep(ms, undefined, { signal }),
  };
}
