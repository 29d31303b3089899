import { Router, raw } from 'express';
import type { CallbackInbox } from './callback-inbox.js';
import { verifyCallback } from './verify-callback.js';

export interface CallbackDeps {
  readonly inbox: CallbackInbox;
  readonly callbackSecrets: readonly string[];
}

/** A callback has no pictures in it: far more than the largest one. */
const MAX_CALLBACK_BYTES = 256 * 1024;

/** `POST /coe/submissions-callback`, where Kenali says that a submission has ended. */
export function createCallbackRoutes({ inbox, callbackSecrets }: CallbackDeps): Router {
  const router = Router();
  router.post(
    '/coe/submissions-callback',
    // The signature is over the bytes as they arrive, whatever their declared type.
    raw({ type: () => true, limit: MAX_CALLBACK_BYTES }),
    (request, response) => {
      const bytes: unknown = request.body;
      const callback = verifyCallback(
        callbackSecrets,
        Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0),
        request.headers,
      );
      inbox.take(callback);
      // The sender waits some seconds at most: whatever follows is done after the answer.
      response.status(200).json({ received: true });
    },
  );
  return router;
}
