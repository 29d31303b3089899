import { z } from 'zod';
import { createTokenCache } from './kenali-token.js';
import type { PartnerSettings } from './settings.js';

export type FlowName = 'KTP_SCAN' | 'KYC_LITE';

/** What this backend calls the person and the session. */
export interface SessionNames {
  readonly partnerSessionId: string;
  readonly userId: string;
}

export interface Launch {
  readonly launchUrl: string;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

/** Kenali refused or did not answer. `cause` is the contract's, such as `UNAUTHORIZED`. */
export class KenaliError extends Error {
  override readonly name = 'KenaliError';
  readonly status: number | null;
  override readonly cause: string | null;

  constructor(call: string, status: number | null, cause: string | null) {
    const answer = status === null ? 'no answer' : `HTTP ${String(status)}`;
    super(`${call}: ${[answer, cause].filter(Boolean).join(' ')}`);
    this.status = status;
    this.cause = cause;
  }
}

export interface KenaliClient {
  authenticate(): Promise<void>;
  /** The same session again gives the same submission with a fresh launch URL. */
  initiateFlow(session: SessionNames, flow: FlowName): Promise<Launch>;
  readDetails(key: { submissionId: string } | SessionNames): Promise<SubmissionDetails>;
}

const USER_ID_TYPE = 'SAMPLE_SHOP_USER_ID';
const TIMEOUT_MS = 15_000;

const failure = z.object({ errors: z.array(z.object({ cause: z.string() })).min(1) });
const tokenAnswer = z.object({
  data: z.object({ token: z.string(), expiry_seconds: z.coerce.number() }),
});
const launchAnswer = z.object({
  data: z.object({ launchUrl: z.url(), expires_at: z.coerce.number() }),
});
const detailsAnswer = z.object({
  data: z.looseObject({
    submissionId: z.string(),
    partnerSessionId: z.string(),
    status: z.string(),
    result: z.string().nullable(),
    reasonCode: z.string().nullable(),
  }),
});
export type SubmissionDetails = z.infer<typeof detailsAnswer>['data'];

interface Call {
  readonly name: string;
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly json?: unknown;
}

/** The three calls that a partner's backend needs. */
export function createKenaliClient(
  kenali: PartnerSettings['kenali'],
  partnerUrl: string,
): KenaliClient {
  const tokens = createTokenCache(async () => {
    const { data } = tokenAnswer.parse(
      await send(kenali.baseUrl, {
        name: 'Get partner token',
        path: '/v1/coe/partner/authentication',
        headers: { 'client-id': kenali.clientId, 'pass-key': kenali.passKey },
      }),
    );
    return { value: data.token, lifetimeSeconds: data.expiry_seconds };
  });

  /** A token may end early, for instance when its key is rotated: then once more with a new one. */
  async function sendWithToken(call: Call): Promise<unknown> {
    const withToken = (token: string) =>
      send(kenali.baseUrl, { ...call, headers: { ...call.headers, 'x-onekyc-token': token } });
    const token = await tokens.get();
    try {
      return await withToken(token);
    } catch (error) {
      if (!(error instanceof KenaliError) || error.status !== 401) throw error;
      tokens.forget(token);
      return withToken(await tokens.get());
    }
  }

  return {
    authenticate: async () => {
      await tokens.get();
    },
    initiateFlow: async (session, flow) => {
      const answer = await sendWithToken({
        name: 'Initiate flow',
        method: 'POST',
        path: '/coe-partner/v1/initiate-flow',
        headers: {
          ...nameHeaders(session),
          'x-onboarding-partner': `${kenali.partnerCode}-WEB_SDK-${flow}`,
        },
        json: {
          flow,
          source: 'WEB_SDK',
          successRedirectionUrl: `${partnerUrl}/return/success`,
          failureRedirectionUrl: `${partnerUrl}/return/failure`,
        },
      });
      const { data } = launchAnswer.parse(answer);
      return { launchUrl: data.launchUrl, expiresAtMs: data.expires_at * 1000 };
    },
    readDetails: async (key) => {
      const headers =
        'submissionId' in key ? { 'x-submission-id': key.submissionId } : nameHeaders(key);
      const answer = await sendWithToken({
        name: 'Get submission details',
        path: '/coe/v1/submissions',
        headers,
      });
      return detailsAnswer.parse(answer).data;
    },
  };
}

function nameHeaders({ partnerSessionId, userId }: SessionNames): Record<string, string> {
  return {
    'x-partner-session-id': partnerSessionId,
    'x-partner-user-id': userId,
    'x-partner-user-id-type': USER_ID_TYPE,
  };
}

/** @throws KenaliError */
async function send(baseUrl: string, call: Call): Promise<unknown> {
  const answer = await fetch(new URL(call.path, baseUrl), {
    method: call.method ?? 'GET',
    headers: { ...call.headers, 'content-type': 'application/json' },
    body: call.json === undefined ? null : JSON.stringify(call.json),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => {
    throw new KenaliError(call.name, null, null);
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body;
  const parsed = failure.safeParse(body);
  throw new KenaliError(
    call.name,
    answer.status,
    parsed.success ? (parsed.data.errors[0]?.cause ?? null) : null,
  );
}
