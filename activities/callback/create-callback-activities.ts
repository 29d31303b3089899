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
import { guardActivity, retryableFailure } from '../failure.js';
import { composeCallbackBody } from './compose-callback-body.js';
import { failureOfAnswer, isDelivered, isGone } from './judge-answer.js';
import { listPersonalValues } from './list-personal-values.js';
import type { CallbackLadder } from './next-delay.js';
import { sendCallback, type CallbackLine, type SentCallback } from './send-callback.js';
import { webhookIdOf } from './webhook-id.js';

export interface CallbackDependencies extends CallbackLine {
  readonly projection: Pick<SubmissionProjectionStore, 'readEnded' | 'readSubject'>;
  readonly assessments: Pick<AssessmentStore, 'readSubmissionDetails'>;
  readonly endpoints: Pick<CallbackEndpointStore, 'readEndpoint' | 'disableEndpoint'>;
  readonly deliveries: Pick<DeliveryStore, 'openDelivery' | 'addAttempt' | 'settleDelivery'>;
  readonly ladder: CallbackLadder;
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
  const { projection, endpoints, deliveries } = dependencies;
  const ended = await projection.readEnded(input.submissionId);
  if (ended === null) return waitForEnd(projection, input.submissionId);
  const webhookId = webhookIdOf(ended);
  // Tries are counted in the database, not by Temporal: our own outages cost no step of the ladder.
  const earlierTries = await deliveries.openDelivery(input, webhookId);
  const endpoint = await endpoints.readEndpoint(ended.partnerCode);
  if (endpoint === null || endpoint.isDisabled || ended.isErased) {
    await deliveries.settleDelivery(input, 'SKIPPED');
    return 'skipped';
  }

  const { answer, attempt } = await tell(dependencies, endpoint, ended);
  const tries = earlierTries + 1;
  await deliveries.addAttempt(input, tries, attempt);
  if (isGone(answer)) await endpoints.disableEndpoint(ended.partnerCode, endpoint.url);
  if (!isDelivered(answer)) throw failureOfAnswer(answer, tries, dependencies.ladder);
  if (answer.httpStatus !== 200) {
    log.info('a callback was delivered with another status than 200', {
      httpStatus: answer.httpStatus,
    });
  }
  await deliveries.settleDelivery(input, 'DELIVERED');
  return 'delivered';
}

/**
 * A delivery is started when the end is recorded. A database that has lost its last commit, as in a failover, says
 * otherwise until reconciliation has recorded it again.
 *
 * @throws SubmissionRowMissingError where there is nothing to wait for
 */
async function waitForEnd(
  projection: CallbackDependencies['projection'],
  submissionId: string,
): Promise<never> {
  await projection.readSubject(submissionId);
  throw retryableFailure(FailureType.SubmissionUnended, 'the submission is in progress');
}

async function tell(
  dependencies: CallbackDependencies,
  endpoint: CallbackEndpoint,
  ended: EndedSubmission,
): Promise<SentCallback> {
  const { payload } = endpoint;
  const readDetails = () => dependencies.assessments.readSubmissionDetails(ended.submissionId);
  const details = payload === 'full' ? await readDetails() : null;
  return sendCallback(dependencies, {
    endpoint,
    webhookId: webhookIdOf(ended),
    body: composeCallbackBody(payload, ended, details ?? {}),
    readPersonalValues: async () => listPersonalValues(ended, details ?? (await readDetails())),
  });
}
