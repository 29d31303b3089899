import { Router, raw } from 'express';
import type { KenaliClient } from './kenali-client.js';
import type { Session, SessionStore } from './session-store.js';
import { verifyCallback, type VerifiedCallback } from './verify-callback.js';

export interface CallbackDeps {
  readonly kenali: KenaliClient;
  readonly sessions: SessionStore;
  readonly callbackSecret: string;
}

/** More ids than callbacks that can still be retried. */
const MAX_REMEMBERED_IDS = 1_000;

/** `POST /coe/submissions-callback`, where Kenali says that a submission has ended. */
export function createCallbackRoutes(deps: CallbackDeps): Router {
  const seen = new Set<string>();
  const router = Router();
  router.post(
    '/coe/submissions-callback',
    // The signature is over the bytes as they arrive, whatever their declared type.
    raw({ type: () => true, limit: '256kb' }),
    async (request, response) => {
      const bytes: unknown = request.body;
      const callback = verifyCallback(
        deps.callbackSecret,
        Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0),
        request.headers,
      );
      if (!seen.has(callback.webhookId)) {
        await acceptCallback(deps, callback);
        // Only now: when accepting fails, Kenali's retry has to be taken up.
        remember(seen, callback.webhookId);
      }
      response.status(200).json({ received: true });
    },
  );
  return router;
}

async function acceptCallback(deps: CallbackDeps, callback: VerifiedCallback): Promise<void> {
  const { sessions, kenali } = deps;
  const { webhookId, body } = callback;
  // A minimal callback names the submission alone: its details name our session.
  const partnerSessionId =
    body.partnerSessionId ?? (await kenali.readDetails(body)).partnerSessionId;
  const session =
    sessions.find(partnerSessionId) ?? sessions.add({ partnerSessionId, userId: null, flow: null });
  // Another delivery of the same callback may have arrived while the details were asked for.
  if (session.callback?.webhookId === webhookId) return;
  session.callback = { webhookId, receivedAt: new Date().toISOString(), body };
  sessions.note(session, 'callback', 'received, signature verified');
  // The sender waits a few seconds at most, so it is answered before the details are fetched.
  void fetchDetails(deps, session, body.submissionId);
}

async function fetchDetails(
  { kenali, sessions }: CallbackDeps,
  session: Session,
  submissionId: string,
): Promise<void> {
  try {
    session.details = await kenali.readDetails({ submissionId });
    sessions.note(session, 'details', 'fetched');
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    sessions.note(session, 'details', `not fetched: ${reason}`);
  }
}

function remember(seen: Set<string>, webhookId: string): void {
  seen.add(webhookId);
  const [oldest] = seen;
  if (seen.size > MAX_REMEMBERED_IDS && oldest !== undefined) seen.delete(oldest);
}
