import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { SetCallback } from '../../../contract/schema/operator/callback.js';
import { deliveriesAnswer, type DeliveryView } from '../../../contract/schema/operator/delivery.js';
import type { PlatformContext } from '../platform-context.js';
import {
  startCallbackReceiver,
  type CallbackReceiver,
  type PartnerAnswer,
  type ReceivedCallback,
} from './callback-receiver.js';
import { createOperator, type ContractPartner, type Operator } from './contract-partner.js';
import { createSession } from './contract-session.js';
import { waitPatiently } from './wait-patiently.js';

export type CallbackStage = Awaited<ReturnType<typeof openCallbackStage>>;

/** Partners with an endpoint each, sessions that end, and what became of their deliveries. */
export async function openCallbackStage(platform: PlatformContext) {
  const receiver: CallbackReceiver = await startCallbackReceiver();
  const operator: Operator = await createOperator(platform);

  async function readDeliveries(submissionId: string): Promise<readonly DeliveryView[]> {
    const answer = await operator.ask(`GET /operator/v1/deliveries?submissionId=${submissionId}`);
    return deliveriesAnswer.parse(answer.body).data.deliveries;
  }

  return {
    receiver,
    operator,

    /** A partner whose callbacks come to an address named after it. */
    async createPartner(endpoint: Omit<SetCallback, 'url'> = {}, ...answers: PartnerAnswer[]) {
      const name = `of-${randomUUID()}`;
      receiver.answer(name, ...answers);
      const callback = { url: receiver.url(name), ...endpoint };
      return { name, partner: await operator.createPartner({ callback }) };
    },

    /** Ends a session of the partner as the sandbox is told to. */
    async endSession(partner: ContractPartner, userId = 'SANDBOX-VALID') {
      const session = createSession(platform.apiUrl, partner, { flow: 'KTP_SCAN', userId });
      await session.openInApp();
      await session.sendCaptures();
      const { submissionId } = await session.untilJudged();
      return { session, submissionId };
    },

    untilSettled: (submissionId: string, state: DeliveryView['state'], number = 1) =>
      waitPatiently(`delivery ${String(number)} to be ${state}`, async () => {
        const deliveries = await readDeliveries(submissionId);
        return deliveries.find((one) => one.delivery === number && one.state === state);
      }),

    untilTried: (submissionId: string) =>
      waitPatiently('the first try', async () => {
        const [delivery] = await readDeliveries(submissionId);
        return delivery?.lastAttempt ? delivery : null;
      }),

    close: () => receiver.close(),
  };
}

/** Checks a callback's signature by the public library. Gives back its body; throws else. */
export function verifySignature(
  secret: string,
  { raw, headers }: Pick<ReceivedCallback, 'raw' | 'headers'>,
): unknown {
  return new Webhook(secret).verify(raw, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  });
}
