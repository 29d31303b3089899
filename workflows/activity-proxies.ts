import { proxyActivities, type ActivityOptions } from '@temporalio/workflow';
import type {
  CallbackActivities,
  ErasureActivities,
  KeyRenewalActivities,
  ReconciliationActivities,
  ReferenceImageActivities,
  RetentionActivities,
  SandboxActivities,
  SubmissionActivities,
  VisionActivities,
} from '../activities/activity-types.js';
import { FailureType } from '../activities/failure-type.js';
import { TaskQueue } from '../contract/task-queue.js';

/**
 * A check takes a second or two. Inference blocks the worker's event loop, so it cannot heartbeat:
 * a killed worker is noticed only when `startToCloseTimeout` is over, and 20 s is what such a kill
 * costs a session. `scheduleToCloseTimeout` bounds the wait for a vision worker that stays away.
 */
export const vision = proxyActivities<VisionActivities>({
  taskQueue: TaskQueue.VISION,
  startToCloseTimeout: '20 seconds',
  scheduleToCloseTimeout: '15 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

/**
 * Writes to our own database. They are tried until it answers: giving up would leave a decided
 * submission IN_PROGRESS for ever. Only a non-retryable failure ends them.
 */
const databaseWrite: ActivityOptions = {
  taskQueue: TaskQueue.SESSIONS,
  startToCloseTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
};
export const submission = proxyActivities<SubmissionActivities>(databaseWrite);
export const sandbox = proxyActivities<SandboxActivities>(databaseWrite);
export const deliveryRecord =
  proxyActivities<Pick<CallbackActivities, 'recordDeadDelivery'>>(databaseWrite);

/**
 * Two calls of 5 s each. A partner that does not answer is no reason for Temporal to try again:
 * `ask-partner.ts` counts those tries. Our own outages are waited out, for a while.
 */
export const partnerCall = proxyActivities<ReferenceImageActivities>({
  taskQueue: TaskQueue.PARTNER_IMAGES,
  startToCloseTimeout: '20 seconds',
  scheduleToCloseTimeout: '15 minutes',
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumInterval: '30 seconds',
    nonRetryableErrorTypes: [FailureType.ReferenceImageUnavailable],
  },
});

/**
 * The activity names the delay to its next try, from the callback ladder; the retry policy here
 * serves only our own outages. Its delays grow with tries at the partner too, so that a minute is the
 * longest: a worker that dies on the seventh try costs no more. The ladder takes at most 9.2 days: nine
 * steps that a partner's `Retry-After` has stretched to a day each, the last one with jitter.
 */
export const callback = proxyActivities<Pick<CallbackActivities, 'deliverCallback'>>({
  taskQueue: TaskQueue.CALLBACKS,
  startToCloseTimeout: '45 seconds',
  scheduleToCloseTimeout: '10 days',
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * Steps of an erasure are tried until they succeed: what was begun is not left half done. Temporal
 * deletes histories a moment after it is asked to, and a session ends a moment after it is
 * cancelled, so the first tries follow soon.
 */
const untilDone: ActivityOptions = {
  taskQueue: TaskQueue.UPKEEP,
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
};
export const erasing = proxyActivities<Omit<ErasureActivities, 'awaitCallbacks'>>(untilDone);

/**
 * Long enough for five tries of the callback ladder: the last of them comes after 2 h 35 min, with jitter after 3 h 6 min
 * at most, and is seen at the next look, five minutes later.
 */
export const callbackPatience = proxyActivities<Pick<ErasureActivities, 'awaitCallbacks'>>({
  ...untilDone,
  scheduleToCloseTimeout: '195 minutes',
});

/** A page is some submissions with their photographs; it heartbeats after each of them. */
export const keyRenewing = proxyActivities<KeyRenewalActivities>({
  ...untilDone,
  startToCloseTimeout: '15 minutes',
  heartbeatTimeout: '2 minutes',
});

/** A sweep that fails for good is made up for by the next one. */
export const retention = proxyActivities<RetentionActivities>({
  ...untilDone,
  scheduleToCloseTimeout: '10 minutes',
});

/** One that fails for good is made up for by the next pass. Not behind a backlog of erasures: sessions wait for it. */
export const reconciling = proxyActivities<ReconciliationActivities>({
  ...untilDone,
  taskQueue: TaskQueue.SESSIONS,
  scheduleToCloseTimeout: '10 minutes',
});
