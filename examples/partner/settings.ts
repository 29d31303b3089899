import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

/** While a secret is changed there are two of them, separated by a space. */
const callbackSecrets = z
  .string()
  .transform((text) => text.split(/\s+/).filter((secret) => secret !== ''))
  .pipe(z.array(z.string().startsWith('whsec_')).min(1).max(2));

const environmentShape = z.object({
  /** Port on loopback. */
  PARTNER_PORT: z.coerce.number().int().min(0).max(65_535).default(8090),
  /** Origin at which browsers reach this backend. */
  PARTNER_PUBLIC_URL: origin.optional(),
  KENALI_BASE_URL: origin,
  KENALI_PARTNER_CODE: z.string().min(1),
  KENALI_CLIENT_ID: z.string().min(1),
  KENALI_PASS_KEY: z.string().min(1),
  /** `whsec_…`, which verifies callbacks. */
  KENALI_CALLBACK_SECRET: callbackSecrets,
  /** Sandbox credentials of the same partner. */
  PARTNER_SANDBOX_CLIENT_ID: z.string().min(1).optional(),
  PARTNER_SANDBOX_PASS_KEY: z.string().min(1).optional(),
  /** A partner that has this backend as its source of reference images. */
  PARTNER_FACE_PARTNER_CODE: z.string().min(1).default('DEMO_FACE'),
  PARTNER_FACE_CLIENT_ID: z.string().min(1).optional(),
  PARTNER_FACE_PASS_KEY: z.string().min(1).optional(),
  PARTNER_FACE_CALLBACK_SECRET: callbackSecrets.optional(),
  /** The `Authorization` header that may ask for reference images; without it nobody may. */
  PARTNER_REFERENCE_AUTHORIZATION: z.string().min(16).optional(),
});

/** Credentials to call Kenali with. */
export interface KenaliAccount {
  readonly baseUrl: string;
  readonly partnerCode: string;
  readonly clientId: string;
  readonly passKey: string;
}

export interface PartnerSettings {
  readonly port: number;
  readonly publicUrl: string;
  readonly kenali: KenaliAccount;
  /** Null: the sandbox page says that there are no credentials for it. */
  readonly sandbox: KenaliAccount | null;
  /** Null: nobody can log in with the face. */
  readonly face: KenaliAccount | null;
  /** A callback is accepted when it is signed with any of them. */
  readonly callbackSecrets: readonly string[];
  readonly referenceAuthorization: string | null;
}

/** @throws Error naming every bad or missing variable, never a value */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): PartnerSettings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentShape.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    throw new Error(`Missing or not valid: ${[...names].join(', ')}.`);
  }
  return toSettings(parsed.data);
}

function toSettings(values: z.infer<typeof environmentShape>): PartnerSettings {
  const account = (
    partnerCode: string,
    clientId: string | undefined,
    passKey: string | undefined,
  ): KenaliAccount | null =>
    clientId === undefined || passKey === undefined
      ? null
      : { baseUrl: values.KENALI_BASE_URL, partnerCode, clientId, passKey };
  return {
    port: values.PARTNER_PORT,
    publicUrl: values.PARTNER_PUBLIC_URL ?? `http://127.0.0.1:${String(values.PARTNER_PORT)}`,
    kenali: {
      baseUrl: values.KENALI_BASE_URL,
      partnerCode: values.KENALI_PARTNER_CODE,
      clientId: values.KENALI_CLIENT_ID,
      passKey: values.KENALI_PASS_KEY,
    },
    sandbox: account(
      values.KENALI_PARTNER_CODE,
      values.PARTNER_SANDBOX_CLIENT_ID,
      values.PARTNER_SANDBOX_PASS_KEY,
    ),
    face: account(
      values.PARTNER_FACE_PARTNER_CODE,
      values.PARTNER_FACE_CLIENT_ID,
      values.PARTNER_FACE_PASS_KEY,
    ),
    callbackSecrets: [
      ...values.KENALI_CALLBACK_SECRET,
      ...(values.PARTNER_FACE_CALLBACK_SECRET ?? []),
    ],
    referenceAuthorization: values.PARTNER_REFERENCE_AUTHORIZATION ?? null,
  };
}
