import { z } from 'zod';
import { DocumentType, FlowName } from '../flow.js';
import { DeviceRole } from '../handoff.js';
import { ResultScreen } from '../submission.js';
import { successEnvelope } from './envelope.js';
import { partnerTheme } from './theme.js';

/** 128 random bits in base64url: names a submission in the launch URL. */
export const PUBLIC_ID_PATTERN = /^[A-Za-z0-9_-]{22}$/;

export const publicId = z.string().regex(PUBLIC_ID_PATTERN);

/** 256 random bits in base64url. */
const RANDOM_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** A launch token or a hand-off code. */
export const oneTimeToken = z.string().regex(RANDOM_PATTERN);

/** Of a browser that may have to ask again. */
export const repeatKey = z.string().regex(RANDOM_PATTERN).optional().meta({
  description:
    'Drawn by the browser. Who lost the answer has it again for ten minutes by the same token or code with the same key.',
});

/** `POST /web/v1/launch/exchange`. */
export const exchangeLaunchBody = z.object({ publicId, token: oneTimeToken, repeatKey });

/** `POST /web/v1/launch/renew`. */
export const renewLaunchBody = z.object({ publicId });

export const launchedSession = z.strictObject({
  userToken: z.string(),
  /** ISO 8601 in UTC: when the user token ends. */
  expiresAt: z.iso.datetime(),
  submissionId: z.uuid(),
  partnerSessionId: z.string(),
  flow: z.enum(FlowName),
  captures: z.array(z.enum(DocumentType)),
  userLocale: z.string(),
  theme: z.string(),
  /** What the partner has changed of the default theme. */
  partnerTheme,
  resultScreen: z.enum(ResultScreen),
  /** Both null for a phone that took over: it never redirects. */
  redirect: z.strictObject({ success: z.url().nullable(), failure: z.url().nullable() }),
  role: z.enum(DeviceRole),
  /** Whether this device may hand over to a phone, and whether it must; see `smart-qr.ts`. */
  qr: z.strictObject({ allowed: z.boolean(), forced: z.boolean() }),
  /** Whether pictures may be chosen from this device instead of taken by its camera. */
  allowFileUpload: z.boolean(),
});
export type LaunchedSession = z.infer<typeof launchedSession>;

/** Answer of both calls, and of `POST /web/v1/handoff/claim`. */
export const launchedSessionAnswer = successEnvelope(launchedSession);
