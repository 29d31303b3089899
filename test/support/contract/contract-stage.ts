import { createSession, type ContractSession } from './contract-session.js';
import type { AttendedFlowName } from '../../../contract/flow.js';
import type { SubmissionStatusView } from '../../../contract/schema/submission-status.js';
import type { PlatformContext } from '../platform-context.js';
import { startCallbackReceiver, type CallbackReceiver } from './callback-receiver.js';
import { createOperator, type ContractPartner, type Operator } from './contract-partner.js';
import { waitPatiently } from './wait-patiently.js';

export const PARTNER_ORIGIN = 'https://partner.example';

export const REDIRECTS = {
  successRedirectionUrl: `${PARTNER_ORIGIN}/done?ref=7`,
  failureRedirectionUrl: `${PARTNER_ORIGIN}/failed`,
};

interface FinishedRun {
  readonly session: ContractSession;
  readonly status: SubmissionStatusView;
}

/** A partner with an endpoint of its own, and what tests do with its sandbox sessions. */
export interface ContractStage {
  readonly operator: Operator;
  readonly receiver: CallbackReceiver;
  readonly partner: ContractPartner;
  /** Another partner, set as told. */
  createPartner(settings: Readonly<Record<string, unknown>>): Promise<ContractPartner>;
  begin(userId: string, flow?: AttendedFlowName, as?: ContractPartner): ContractSession;
  /** Opens, sends captures and waits until they are judged. */
  run(userId: string, flow?: AttendedFlowName, as?: ContractPartner): Promise<FinishedRun>;
  /** The callbacks about one session, once there is one. */
  callbacksOf(session: ContractSession): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

export async function openStage(platform: PlatformContext): Promise<ContractStage> {
  const receiver = await startCallbackReceiver();
  const operator = await createOperator(platform);
  const createPartner = (settings: Readonly<Record<string, unknown>>) =>
    operator.createPartner({
      settings: { redirectOrigins: [PARTNER_ORIGIN], ...settings },
      callback: { url: receiver.url('callbacks') },
    });
  const partner = await createPartner({});
  const begin: ContractStage['begin'] = (userId, flow = 'KTP_SCAN', as = partner) =>
    createSession(platform.apiUrl, as, { flow, userId });

  return {
    operator,
    receiver,
    partner,
    createPartner,
    begin,
    async run(userId, flow, as) {
      const session = begin(userId, flow, as);
      await session.openInApp();
      await session.sendCaptures();
      return { session, status: await session.untilJudged() };
    },
    callbacksOf: ({ sessionId }) =>
      waitPatiently('a callback', () => {
        const bodies = receiver
          .received('callbacks')
          .map(({ raw }) => JSON.parse(raw) as Record<string, unknown>)
          .filter(({ partnerSessionId }) => partnerSessionId === sessionId);
        return Promise.resolve(bodies.length > 0 && bodies);
      }),
    close: () => receiver.close(),
  };
}
