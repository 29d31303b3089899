import { log } from '@temporalio/activity';
import type { AssessmentStore } from '../../db/assessment-store.js';
import type { CallbackEndpoint, CallbackEndpointStore } from '../../db/callback-endpoint-store.js';
import type { DeliveryStore } from '../../db/delivery-store.js';
import type {
  EndedSubmission,
  SubmissionProjectionStore,
} from '../../db/submission-projection-store.js';
import type { CallbackActivities, DeliverCallbackInput } from '../activity-types.js';
import { FailureType } from '../failure-type.js';
import { finalFailure, guardActivity } from '../failure.js';
import type { CallbackSender } from './callback-sender.js';
import { composeCallbackBody } from './compose-callback-body.js';
import { failureOfAnswer, isDelivered, isGone, summariseAnswer } from './judge-answer.js';
import { CallbackSecretError, signCallback } from './sign-callback.js';

export interface CallbackDependencies {
  readonly submissions: Pick<SubmissionProjectionStore, 'readEnded'>;
  readonly assessments: Pick<AssessmentStore, 'readSubmissionDetails'>;
  readonly endpoints: Pick<CallbackEndpointStore, 'readEndpoint' | 'disableEndpoint'>;
  readonly deliveries: DeliveryStore;
  readonly sender: Pick<CallbackSender, 'send'>;
  /** 0 to 1, spreads the tries. */
  readonly chance: () => number;
}

export function createCallbackActivities(dependencies: CallbackDependencies): CallbackActivities {
  return {
    deliverCallback: guardActivity((input) => deliverOnce(dependencies, input)),
    recordDeadDelivery: guardActivity((input) =>
      dependencies.deliveries.settleDelivery(input, 'DEAD'),
    ),
  };
}

async function deliverOnce(
  dependencies: CallbackDependencies,
  input: DeliverCallbackInput,
): Promise<'delivered' | 'skipped'> {
  const { submissions, endpoints, deliveries, sender } = dependencies;
  const ended = await submissions.readEnded(input.submissionId);
  if (ended === null) {
    throw finalFailure(FailureType.SubmissionMissing, 'no ended submission to tell of');
  }
  const webhookId = webhookIdOf(input.submissionId);
  // Tries are counted in the database, not by Temporal: our own outages cost no step of the ladder.
  const earlierTries = await deliveries.openDelivery(input, webhookId);
  const endpoint = await endpoints.readEndpoint(ended.partnerCode);
  if (endpoint === null || endpoint.isDisabled) {
    await deliveries.settleDelivery(input, 'SKIPPED');
    return 'skipped';
  }

  const body = await composeBody(dependencies, endpoint, ended);
  const headers = composeHeaders(endpoint, webhookId, body);
  const startedAt = performance.now();
  const answer = await sender.send({ url: endpoint.url, method: endpoint.method, headers, body });
  const tries = earlierTries + 1;
  await deliveries.addAttempt(input, tries, {
    ...summariseAnswer(answer),
    durationMs: Math.round(performance.now() - startedAt),
  });
  if (isGone(answer)) await endpoints.disableEndpoint(ended.partnerCode);
  if (!isDelivered(answer)) throw failureOfAnswer(answer, tries, dependencies.chance());
  if (answer.httpStatus !== 200) {
    log.info('a callback was delivered with another status than 200', {
      httpStatus: answer.httpStatus,
    });
  }
  await deliveries.settleDelivery(input, 'DELIVERED');
  return 'delivered';
}

/** The receiver's idempotency key: the same on every try and replay of this outcome. No dots. */
function webhookIdOf(submissionId: string): string {
  return `msg_${submissionId}`;
}

async function composeBody(
  { assessments }: CallbackDependencies,
  { payload }: CallbackEndpoint,
  ended: EndedSubmission,
): Promise<string> {
  const details =
    payload === 'full'
      ? await assessments.readSubmissionDetails(ended.submissionId, ended.flow)
      : {};
  return composeCallbackBody(payload, ended, details);
}

/** The partner's static headers first: they cannot replace ours. */
function composeHeaders(
  endpoint: CallbackEndpoint,
  webhookId: string,
  body: string,
): Record<string, string> {
  const own = { 'content-type': 'application/json', 'user-agent': 'kenali-callback' };
  const timestamp = Math.floor(Date.now() / 1000);
  const partners = Object.fromEntries(
    Object.entries(endpoint.headers).map(([name, value]) => [name.toLowerCase(), value] as const),
  );
  try {
    const signature = signCallback({ id: webhookId, timestamp, body }, endpoint.secrets);
    return { ...partners, ...own, ...signature };
  } catch (error) {
    if (!(error instanceof CallbackSecretError)) throw error;
    throw finalFailure(FailureType.PartnerMisconfigured, error.message);
  }
}
