import { NOTHING_COUNTED, type ErasureScope } from '../../../contract/erasure.js';
import type { RunState } from '../../../contract/reconciliation.js';
import type { SubmissionOutcome } from '../../../contract/submission.js';
import type { ErasureProof } from '../../../contract/schema/operator/erasure-proof.js';
import type { ErasureRecord } from '../../../db/erasure-store.js';
import type {
  EndedSubmission,
  OutcomeProjection,
} from '../../../db/submission-projection-store.js';
import type { ListedDelivery } from '../../../db/list-deliveries.js';
import type { Submission } from '../../../db/submission-store.js';
import type { KeptObject } from '../../../storage/capture-eraser.js';
import type { ErasureDependencies } from '../erasure-dependencies.js';
import type { DeliveryEnd, SubmissionRun } from '../../submission/submission-runs.js';

/** What is in the three places. A test fills it, and sees what is left. */
export interface ErasureWorld {
  submission: Pick<
    Submission,
    'processedAt' | 'closedAt' | 'expiresAt' | 'judgedAttempt' | 'policy'
  > &
    Partial<Submission>;
  objects: KeptObject[];
  runs: SubmissionRun[];
  /** The submission's workflow, once it has ended. */
  closed: RunState<SubmissionOutcome>;
  /** Tables in which something is left. */
  tables: string[];
  record: ErasureRecord;
  readonly signed: ErasureProof[];
  readonly outcomes: OutcomeProjection[];
  /** As their rows say; the newest first. */
  deliveries: Pick<ListedDelivery, 'delivery' | 'state'>[];
  /** The workflow of the newest delivery. */
  delivering: RunState<DeliveryEnd>;
  /** Called before each step: throws to stop there, as a crash would. */
  onStep: (step: string) => void;
}

export function createErasureWorld(
  scope: ErasureScope,
  submission: ErasureWorld['submission'],
): ErasureWorld {
  return {
    submission,
    objects: [],
    runs: [],
    closed: { state: 'CLOSED', answer: null },
    tables: [],
    record: {
      submissionId: 'one',
      scope,
      partnerCode: 'SHOP',
      rule: 'REQUEST',
      retentionDays: null,
      requestId: null,
      begunAt: new Date('2026-11-23T08:00:00Z'),
      counts: NOTHING_COUNTED,
      objects: {},
      workflows: [],
      completedAt: null,
      proof: null,
    },
    signed: [],
    outcomes: [],
    deliveries: [{ delivery: 1, state: 'DELIVERED' }],
    delivering: { state: 'CLOSED', answer: 'delivered' },
    onStep: () => undefined,
  };
}

/** Stores over the world. Each step asks `onStep` first, so that a test can stop it anywhere. */
export function createFakeErasure(world: ErasureWorld, now: () => Date): ErasureDependencies {
  const step = <T>(name: string, run: () => T): Promise<T> =>
    Promise.resolve().then(() => {
      world.onStep(name);
      return run();
    });
  const forget = (...names: string[]) => {
    world.tables = world.tables.filter((name) => !names.includes(name));
  };
  return {
    now,
    erasures: {
      find: () => step('find', () => world.record),
      note: (_key, { objects = {}, workflows = [] }) =>
        step('note', () => {
          const { record } = world;
          world.record = {
            ...record,
            objects: { ...record.objects, ...objects },
            workflows: [...new Set([...record.workflows, ...workflows])],
          };
        }),
      complete: (_key, { at, proof }) =>
        step('complete', () => {
          if (world.record.completedAt !== null) return false;
          world.record = { ...world.record, completedAt: at, proof };
          return true;
        }),
    },
    personalRows: {
      eraseContent: () =>
        step('eraseContent', () => {
          forget('assessment', 'capture');
        }),
      eraseIdentity: () =>
        step('eraseIdentity', () => {
          forget('submission', 'user_grant');
        }),
      findRemains: () => step('findRemains', () => world.tables),
    },
    captures: {
      listObjects: () => step('listObjects', () => world.objects),
      removeObjects: (removed) =>
        step('removeObjects', () => {
          world.objects = world.objects.filter((one) => !removed.includes(one));
        }),
    },
    runs: {
      end: () => step('end', () => 'ENDING' as const),
      findSubmission: () => step('findRun', () => world.closed),
      findDelivery: () => step('findDelivery', () => world.delivering),
      startCallback: (_id, delivery) => step(`startCallback ${String(delivery)}`, () => undefined),
      list: () => step('listRuns', () => world.runs),
      remove: ({ runId }) =>
        step('removeRun', () => {
          world.runs = world.runs.filter((run) => run.runId !== runId);
        }),
    },
    submissions: { find: () => step('findSubmission', () => world.submission as Submission) },
    projection: {
      recordOutcome: (outcome) => step('recordOutcome', () => void world.outcomes.push(outcome)),
      readEnded: () => step('readEnded', () => ({ id: 'one' }) as unknown as EndedSubmission),
    },
    deliveries: {
      listDeliveries: ({ state }) =>
        step('listDeliveries', () =>
          world.deliveries
            .filter((one) => state === undefined || one.state === state)
            .map((one) => one as ListedDelivery),
        ),
      nextDeliveryNumber: () =>
        step('nextDeliveryNumber', () => (world.deliveries[0]?.delivery ?? 0) + 1),
      openDelivery: () => step('openDelivery', () => 1),
      settleDelivery: ({ delivery }, state) =>
        step('settle', () => {
          world.deliveries = world.deliveries.map((one) =>
            one.delivery === delivery ? { delivery, state } : one,
          );
        }),
    },
    sign: (proof) =>
      step('sign', () => {
        world.signed.push(proof);
        return `signed ${String(world.signed.length)}`;
      }),
  };
}
