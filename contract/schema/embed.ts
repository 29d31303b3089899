import { z } from 'zod';
import { isEmbedOrigin, LaunchMode } from '../embedding.js';
import { AttendedFlowName } from '../flow.js';
import { successEnvelope } from './envelope.js';
import { launchedSession, publicId } from './launch.js';

/** `POST /web/v1/sdk/launch`. */
export const sdkLaunchBody = z.object({
  flow: z.enum(AttendedFlowName).meta({ description: 'The flow that the token was got for.' }),
  mode: z.enum(LaunchMode).meta({
    description:
      '`REDIRECT` is answered with a one-time launch URL; the others with one that opens nothing without the user token, which the SDK hands over by message.',
  }),
});

const sdkLaunch = z.strictObject({ submissionId: z.uuid(), launchUrl: z.url() });
export type SdkLaunch = z.infer<typeof sdkLaunch>;

export const sdkLaunchAnswer = successEnvelope(sdkLaunch);

/** `POST /web/v1/sdk/session`. */
export const sdkSessionBody = z.object({
  publicId,
  /** Of the page that handed the token over. */
  embedOrigin: z.string().max(2048).refine(isEmbedOrigin),
});

/** The app has its token from the SDK: none is issued, so none outlives that one. */
const embeddedSession = launchedSession.omit({ userToken: true, expiresAt: true });
export type EmbeddedSession = z.infer<typeof embeddedSession>;

export const embeddedSessionAnswer = successEnvelope(embeddedSession);
