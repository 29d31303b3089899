import createClient from 'openapi-fetch';
import type { components, paths } from './kenali-api.js';
import { KenaliError } from './kenali-error.js';
import { createTokenCache } from './kenali-token.js';
import type { KenaliAccount } from './settings.js';

const TIMEOUT_MS = 15_000;

type TokenHeader = Readonly<Record<'x-onekyc-token', string>>;

type Answer<Data> = Promise<{
  readonly data?: { readonly data: Data };
  readonly error?: components['schemas']['Failure'];
  readonly response: Response;
}>;

type Api = ReturnType<typeof createClient<paths>>;

export interface KenaliCaller {
  /** Gets a partner token unless there is one. @throws KenaliError */
  authenticate(): Promise<void>;
  /**
   * Makes a call with the partner token and gives its `data`; `name` is for errors.
   *
   * @throws KenaliError
   */
  call<Data>(name: string, send: (api: Api, headers: TokenHeader) => Answer<Data>): Promise<Data>;
}

/** Kenali’s API as its OpenAPI document types it, with the partner token seen to. */
export function createKenaliCaller(account: KenaliAccount): KenaliCaller {
  const api = createClient<paths>({
    baseUrl: account.baseUrl,
    fetch: (request) => fetch(request, { signal: AbortSignal.timeout(TIMEOUT_MS) }),
  });
  const tokens = createTokenCache(async () => {
    const headers = { 'client-id': account.clientId, 'pass-key': account.passKey };
    const issued = await unwrap(
      'Get partner token',
      api.GET('/v1/coe/partner/authentication', { headers }),
    );
    return { value: issued.token, lifetimeSeconds: Number(issued.expiry_seconds) };
  });
  return {
    authenticate: async () => {
      await tokens.get();
    },
    // A token may end early, for instance when its key is rotated: then once more with a new one.
    call: async (name, send) => {
      const token = await tokens.get();
      try {
        return await unwrap(name, send(api, { 'x-onekyc-token': token }));
      } catch (error) {
        if (!(error instanceof KenaliError) || error.status !== 401) throw error;
        tokens.forget(token);
        return unwrap(name, send(api, { 'x-onekyc-token': await tokens.get() }));
      }
    },
  };
}

async function unwrap<Data>(name: string, answer: Answer<Data>): Promise<Data> {
  const { data, error, response } = await answer.catch(() => {
    throw new KenaliError(name, null, null);
  });
  if (data !== undefined) return data.data;
  throw new KenaliError(name, response.status, error?.errors[0]?.cause ?? null);
}
