import { z } from 'zod';
import { DocumentType, FlowName } from '../flow.js';
import { ResultScreen } from '../submission.js';
import { successEnvelope } from './envelope.js';

/** 128 random bits in base64url: names a submission in the launch URL. */
export const PUBLIC_ID_PATTERN = /^[A-Za-z0-9_-]{22}$/;

/** 256 random bits in base64url. */
const LAUNCH_TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** `POST /web/v1/launch/exchange`. */
export const exchangeLaunchBody = z.object({
  publicId: z.string().regex(PUBLIC_ID_PATTERN),
  token: z.string().regex(LAUNCH_TOKEN_PATTERN),
});

/** `POST /web/v1/launch/renew`. */
export const renewLaunchBody = z.object({ publicId: z.string().regex(PUBLIC_ID_PATTERN) });

const launchedSession = z.strictObject({
  userToken: z.string(),
  /** ISO 8601 in UTC: when the user token ends. */
  expiresAt: z.iso.datetime(),
  submissionId: z.uuid(),
  partnerSessionId: z.string(),
  flow: z.enum(FlowName),
  captures: z.array(z.enum(DocumentType)),
  userLocale: z.string(),
  theme: z.string(),
  resultScreen: z.enum(ResultScreen),
  redirect: z.strictObject({ success: z.url().nullable(), failure: z.url().nullable() }),
});
export type LaunchedSession = z.infer<typeof launchedSession>;

/** Answer of both calls. */
export const launchedSessionAnswer = successEnvelope(launchedSession);
