import { z } from 'zod';
import { verifySignature } from '../../support/contract/callback-stage.js';
import type { CallbackCall } from '../stage/fake-partner.js';

/** One try at a callback, as the partner read it. */
export interface ReceivedEvent {
  readonly atMs: number;
  readonly partner: string;
  readonly webhookId: string;
  readonly isSignatureRight: boolean;
  /** How the partner took it: `ANSWER` and `SLOW` are as it should be. */
  readonly answered: CallbackCall['answered'];
  readonly raw: string;
  readonly body: EventBody | null;
}

const eventBody = z.object({
  submissionId: z.string(),
  partnerSessionId: z.string(),
  status: z.string(),
  result: z.string().nullable(),
  reasonCode: z.string().nullable(),
});
export type EventBody = z.infer<typeof eventBody>;

/**
 * Reads a call right when it arrives: the signature holds for some minutes.
 *
 * @param secretOf the callback secret by the name of the partner's address
 */
export function readEvent(
  { atMs, partner, headers, raw, answered }: CallbackCall,
  secretOf: (partner: string) => string,
): ReceivedEvent {
  const verified = verify(secretOf(partner), { headers, raw });
  const parsed = eventBody.safeParse(verified);
  return {
    atMs,
    partner,
    webhookId: headers['webhook-id'] ?? '',
    isSignatureRight: verified !== null,
    answered,
    raw,
    body: parsed.success ? parsed.data : null,
  };
}

function verify(secret: string, call: Pick<CallbackCall, 'headers' | 'raw'>): unknown {
  try {
    return verifySignature(secret, call);
  } catch {
    return null;
  }
}

export function isAccepted({ answered }: Pick<ReceivedEvent, 'answered'>): boolean {
  return answered === 'ANSWER' || answered === 'SLOW';
}
