import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

const environmentShape = z.object({
  /** Port on loopback. `KENALI_PARTNER_PORT` is the name that `npm start` passes on. */
  PARTNER_PORT: z.coerce.number().int().min(0).max(65_535).default(8090),
  /** Origin at which browsers reach this backend. */
  PARTNER_PUBLIC_URL: origin.optional(),
  KENALI_BASE_URL: origin,
  KENALI_PARTNER_CODE: z.string().min(1),
  KENALI_CLIENT_ID: z.string().min(1),
  KENALI_PASS_KEY: z.string().min(1),
  /** `whsec_…`, which verifies callbacks. */
  KENALI_CALLBACK_SECRET: z.string().startsWith('whsec_'),
  /** The `Authorization` header that may ask for reference images; without it nobody may. */
  PARTNER_REFERENCE_AUTHORIZATION: z.string().min(16).optional(),
});

export interface PartnerSettings {
  readonly port: number;
  readonly publicUrl: string;
  readonly kenali: {
    readonly baseUrl: string;
    readonly partnerCode: string;
    readonly clientId: string;
    readonly passKey: string;
  };
  readonly callbackSecret: string;
  readonly referenceAuthorization: string | null;
}

/** @throws Error naming every bad or missing variable, never a value */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): PartnerSettings {
  const given = Object.fromEntries(
    Object.entries({
      ...environment,
      PARTNER_PORT: environment.PARTNER_PORT ?? environment.KENALI_PARTNER_PORT,
    }).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentShape.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    throw new Error(`Missing or not valid: ${[...names].join(', ')}.`);
  }
  const values = parsed.data;
  return {
    port: values.PARTNER_PORT,
    publicUrl: values.PARTNER_PUBLIC_URL ?? `http://127.0.0.1:${String(values.PARTNER_PORT)}`,
    kenali: {
      baseUrl: values.KENALI_BASE_URL,
      partnerCode: values.KENALI_PARTNER_CODE,
      clientId: values.KENALI_CLIENT_ID,
      passKey: values.KENALI_PASS_KEY,
    },
    callbackSecret: values.KENALI_CALLBACK_SECRET,
    referenceAuthorization: values.PARTNER_REFERENCE_AUTHORIZATION ?? null,
  };
}
