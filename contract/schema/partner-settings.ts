import { z } from 'zod';
import { ChallengeUse } from '../challenge.js';
import { isEmbedOrigin } from '../embedding.js';
import { FlowName } from '../flow.js';
import { isOrigin } from '../origin.js';
import { DEFAULT_POLICY, MAX_SESSION_DAYS, ReusedSelfies } from '../submission-policy.js';
import { ResultScreen } from '../submission.js';
import { partnerTheme } from './theme.js';
import { hasNoUserInfo } from './web-url.js';

const MAX_URL_LENGTH = 2048;

const webUrl = z
  .url({ protocol: /^https?$/, error: 'Give an http or https address.', abort: true })
  .max(MAX_URL_LENGTH)
  .refine(hasNoUserInfo, 'Give an address without user name and password.');

/** `https://host[:port]` and nothing behind it. */
const origin = webUrl.refine(
  isOrigin,
  'Give scheme, host and port alone, such as https://shop.example.',
);

const embedOrigin = z
  .string()
  .max(MAX_URL_LENGTH)
  .refine(
    isEmbedOrigin,
    'Give scheme, host and port of one https origin, such as https://shop.example; http is for localhost alone.',
  );

const cidr = z.union([z.cidrv4(), z.cidrv6()], 'Give a range such as 203.0.113.0/24.');

/** The shortest prefixes: a typing error must not open every network. */
const MIN_PREFIX_IPV4 = 8;
const MIN_PREFIX_IPV6 = 32;

const network = cidr.refine(
  isNarrow,
  'Give a network of /8 or narrower, of /32 or narrower for IPv6, and IPv4 ranges as IPv4.',
);

function isNarrow(range: string): boolean {
  const [address = '', prefix] = range.split('/');
  if (!address.includes(':')) return Number(prefix) >= MIN_PREFIX_IPV4;
  // Below ::/16 there are loopback, one address, and IPv4 inside IPv6: all of it, in a /96.
  const isLowest = /^\[(?:::|0:)/.test(new URL(`http://[${address}]`).host);
  return Number(prefix) >= (isLowest ? 128 : MIN_PREFIX_IPV6);
}

/** 0 to 1; null leaves the model's own operating point. */
const score = z.number().min(0).max(1).nullable().default(null);

const seconds = (byDefault: number, most: number) => z.int().min(10).max(most).default(byDefault);

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Contract §15.1, in seconds. */
const lifetimes = z.strictObject({
  partnerToken: seconds(HOUR, DAY),
  userToken: seconds(DEFAULT_POLICY.lifetimes.userToken, DAY),
  launchToken: seconds(DEFAULT_POLICY.lifetimes.launchToken, DAY),
  handoffCode: seconds(DEFAULT_POLICY.lifetimes.handoffCode, HOUR),
  uploadUrl: seconds(DEFAULT_POLICY.lifetimes.uploadUrl, HOUR),
  /** From initiate to the last capture. */
  session: seconds(DAY, MAX_SESSION_DAYS * DAY),
});

/**
 * Everything a partner can be set to that is no secret. Defaults are those of the contract, so
 * that `{}` is a partner that has changed nothing.
 */
export const partnerSettings = z
  .strictObject({
    /** Flows that the partner may initiate. */
    flows: z.array(z.enum(FlowName)).min(1).default(Object.values(FlowName)),
    resultScreen: z.enum(ResultScreen).default('KENALI'),
    /** Where a browser goes when initiate names no address. Their origins count as registered. */
    successRedirectionUrl: webUrl.nullable().default(null),
    failureRedirectionUrl: webUrl.nullable().default(null),
    /** The only origins that initiate may send a browser to. */
    redirectOrigins: z.array(origin).max(50).default([]),
    embedOrigins: z.array(embedOrigin).max(50).default([]).meta({
      description:
        'Origins of pages that may show the capture app by the Web SDK: in a frame, in a popup or by going there. They are told how it went. Not those of redirectOrigins, which a browser may merely be sent to.',
    }),
    theme: partnerTheme.prefault({}).meta({
      description:
        'How the capture app looks: light and dark, each with accent, onAccent, surface, ink and highlight as #rrggbb; font (SYSTEM, HUMANIST, GEOMETRIC, ROUNDED, SERIF), radius (0 to 26), brandName and logo (a PNG or WebP of at most 24 KB as data:image/png;base64,…). Combinations that cannot be read are refused. A launch of the Web SDK can change it further.',
    }),
    /** Smart QR when the session does not say. */
    allowQr: z.boolean().default(false),
    forceQr: z.boolean().default(false).meta({
      description:
        'In browsers pictures come from a phone alone. An app (`SDK`) is held to it when its own session asks for it.',
    }),
    /** Where production calls may come from; empty for anywhere. */
    ipAllowList: z.array(cidr).max(200).default([]),
    /** Private networks of this partner that callbacks and reference images may reach. */
    privateNetworks: z.array(network).max(50).default([]),
    /** How often each capture may be taken. */
    maxAttempts: z.int().min(1).max(10).default(DEFAULT_POLICY.maxAttempts),
    thresholds: z.strictObject({ livenessScore: score, faceMatchScore: score }).prefault({}),
    challenge: z.enum(ChallengeUse).default('IF_IN_DOUBT').meta({
      description:
        'When a person has to answer a challenge in front of the camera. `IF_IN_DOUBT` asks only apps that send frames behind the selfie; `ALWAYS` asks everybody, also those whose app cannot answer.',
    }),
    reusedSelfies: z.enum(ReusedSelfies).default('REJECT').meta({
      description:
        'A selfie that came in another submission of this partner before ends in `FRAUD_REJECT`, or is only recorded. `RECORD` is for demonstrations and tests with pictures that come again.',
    }),
    allowFileUpload: z.boolean().default(true).meta({
      description:
        'Whether the capture app offers to choose a picture from the device instead of taking one. It is a wish to the app: the service cannot tell where a picture came from.',
    }),
    lifetimes: lifetimes.prefault({}),
    /** Calls with this partner's tokens. */
    requestsPerMinute: z.int().min(1).max(100_000).default(1200),
    /** Details by the session alone, as the CoE page shows it (contract §14.2). */
    lenientDetailsHeaders: z.boolean().default(false),
    retentionDays: z.int().min(1).max(3650).default(90).meta({
      description:
        'Days after the end until everything personal of a submission is erased: pictures, fields, ids, histories. Status, reason and times stay. A change holds for submissions that ended before it too.',
    }),
    imageRetentionDays: z.int().min(0).max(3650).nullable().default(null).meta({
      description:
        'Days after the end until the pictures are erased, where that is to be earlier; `null` for `retentionDays`.',
    }),
  })
  .meta({ id: 'PartnerSettings' });
export type PartnerSettings = z.infer<typeof partnerSettings>;
