import { z } from 'zod';
import { HandoffState } from '../handoff.js';
import { successEnvelope } from './envelope.js';
import { oneTimeToken, publicId, repeatKey } from './launch.js';

const openedHandoff = z.strictObject({
  handoffId: z.uuid(),
  /** What the QR picture says. The one-time code is in its fragment, as `#h=`. */
  handoffUrl: z.url(),
  /** ISO 8601 in UTC: when the code ends, if no phone has used it. */
  expiresAt: z.iso.datetime(),
  /** The same as a span: for a page on a computer whose clock may be wrong. */
  expiresInSeconds: z.int().min(1),
});
export type OpenedHandoff = z.infer<typeof openedHandoff>;

/** `POST /web/v1/handoff`. */
export const openedHandoffAnswer = successEnvelope(openedHandoff);

/** `POST /web/v1/handoff/claim`; answered like the launch exchange. */
export const claimHandoffBody = z.object({ publicId, code: oneTimeToken, repeatKey });

/** Part of a submission's status. */
export const handoffView = z.strictObject({ state: z.enum(HandoffState) });
export type HandoffView = z.infer<typeof handoffView>;

/** `POST /web/v1/handoff/end`; null when there was never a hand-off. */
export const endedHandoffAnswer = successEnvelope(
  z.strictObject({ handoff: handoffView.nullable() }),
);
