import type { CallbackEndpointStore } from '../../db/callback-endpoint-store.js';
import type { TestDeliveryActivities } from '../activity-types.js';
import { FailureType } from '../failure-type.js';
import { finalFailure, guardActivity } from '../failure.js';
import { composeTestBody } from './compose-test-body.js';
import { sendCallback, type CallbackLine } from './send-callback.js';

export interface TestDeliveryDependencies extends CallbackLine {
  readonly endpoints: Pick<CallbackEndpointStore, 'readEndpoint'>;
}

/**
 * Goes the way of a real callback and leaves no trace: no delivery row, and no answer disables the
 * endpoint. A disabled one is tried too, so that it can be tested before it is enabled again.
 */
export function createTestDeliveryActivities(
  dependencies: TestDeliveryDependencies,
): TestDeliveryActivities {
  return {
    sendTestCallback: guardActivity(async ({ partnerCode, webhookId }) => {
      const endpoint = await dependencies.endpoints.readEndpoint(partnerCode);
      if (endpoint === null) {
        throw finalFailure(
          FailureType.PartnerMisconfigured,
          'the partner has no callback endpoint',
        );
      }
      const { attempt } = await sendCallback(dependencies, {
        endpoint,
        webhookId,
        body: composeTestBody(),
        readPersonalValues: () => Promise.resolve([]),
      });
      return attempt;
    }),
  };
}
