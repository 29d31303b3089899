import { z } from 'zod';
import { FlowName } from '../flow.js';
import { SubmissionSource } from '../submission.js';
import { successEnvelope } from './envelope.js';
import { issuedToken, unixSeconds } from './issued-token.js';

/** Partners send `null` and `''` for "not given" as well as leaving a member out. */
const blankAsAbsent = (value: unknown) => (value === null || value === '' ? undefined : value);

function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(blankAsAbsent, schema.optional());
}

const MAX_URL_LENGTH = 2048;

/** http or https only: the browser follows it, so `javascript:` and the like must not pass. */
const redirectionUrl = z
  .url({ protocol: /^https?$/ })
  .max(MAX_URL_LENGTH)
  .transform((url) => new URL(url).href);

const userLocale = z.enum(['id_ID', 'en_ID', 'en_US']);

const theme = z.enum(['NO_PREFERENCE', 'LIGHT_MODE', 'DARK_MODE']);

/** `POST /coe-partner/v1/initiate-flow`. Members that are not listed are ignored. */
export const initiateFlowBody = z.object({
  flow: z.enum(FlowName),
  source: z.enum(SubmissionSource),
  successRedirectionUrl: optional(redirectionUrl),
  failureRedirectionUrl: optional(redirectionUrl),
  theme: optional(theme),
  userLocale: optional(userLocale),
  additionalDetails: optional(
    z.object({
      allowQr: optional(z.boolean()),
      forceQr: optional(z.boolean()),
      /** The other of the two places that the documentation shows it in. */
      userLocale: optional(userLocale),
    }),
  ),
});
export type InitiateFlowBody = z.infer<typeof initiateFlowBody>;

const launch = z.strictObject({ launchUrl: z.url(), expires_at: unixSeconds });
export type IssuedLaunch = z.infer<typeof launch>;

/** `SDK` is answered with a user token, `WEB_SDK` with a launch URL. */
export const initiateFlowAnswer = successEnvelope(z.union([issuedToken, launch]));
