import { z } from 'zod';
import { AttendedFlowName } from '../flow.js';
import { SubmissionSource } from '../submission.js';
import { successEnvelope } from './envelope.js';
import { issuedToken, unixSeconds } from './issued-token.js';
import { hasNoUserInfo } from './web-url.js';

/** Partners send `null` and `''` for "not given" as well as leaving a member out. */
const blankAsAbsent = (value: unknown) => (value === null || value === '' ? undefined : value);

function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(blankAsAbsent, schema.optional());
}

const MAX_URL_LENGTH = 2048;

/** http or https only: the browser follows it, so `javascript:` and the like must not pass. */
const redirectionUrl = z
  .url({ protocol: /^https?$/, abort: true })
  .max(MAX_URL_LENGTH)
  .refine(hasNoUserInfo)
  .meta({
    description:
      'Where the browser goes at the end; of an origin that is registered for you. Needed for `WEB_SDK` unless the operator has set a default.',
  })
  .transform((url) => new URL(url).href);

const userLocale = z
  .enum(['id_ID', 'en_ID', 'en_US'])
  .meta({ description: 'Language of the pages.' });

const theme = z
  .enum(['NO_PREFERENCE', 'LIGHT_MODE', 'DARK_MODE'])
  .meta({ description: '`NO_PREFERENCE`, the default, follows the device.' });

/** `POST /coe-partner/v1/initiate-flow`. Members that are not listed are ignored. */
export const initiateFlowBody = z
  .object({
    flow: z.enum(AttendedFlowName).meta({
      description: 'What is asked of the person. `FACE_MATCH` has a call of its own.',
    }),
    source: z.enum(SubmissionSource).meta({
      description: '`WEB_SDK` is answered with a launch URL, `SDK` with a user token.',
    }),
    successRedirectionUrl: optional(redirectionUrl),
    failureRedirectionUrl: optional(redirectionUrl),
    theme: optional(theme),
    userLocale: optional(userLocale),
    additionalDetails: optional(
      z.object({
        allowQr: optional(
          z.boolean().meta({ description: 'Smart QR on a device without a camera.' }),
        ),
        forceQr: optional(
          z.boolean().meta({
            description:
              'Smart QR always: pictures come from a phone alone. The operator’s default for you counts for `WEB_SDK` only.',
          }),
        ),
        /** The other of the two places that the documentation shows it in. */
        userLocale: optional(userLocale),
      }),
    ),
  })
  .meta({ id: 'InitiateFlow' });
export type InitiateFlowBody = z.infer<typeof initiateFlowBody>;

const launch = z
  .strictObject({
    launchUrl: z.url().meta({
      description:
        'Open it in the person’s browser. It works once; initiate again gives a fresh one.',
    }),
    expires_at: unixSeconds,
  })
  .meta({ id: 'Launch' });
export type IssuedLaunch = z.infer<typeof launch>;

/** `SDK` is answered with a user token, `WEB_SDK` with a launch URL. */
export const initiateFlowAnswer = successEnvelope(z.union([issuedToken, launch]));
