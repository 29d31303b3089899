/** The call did not reach the service or its answer did not reach us: worth another try. */
export class ConnectionError extends Error {
  constructor(options?: ErrorOptions) {
    super('No connection to the service.', options);
    this.name = 'ConnectionError';
  }
}

/** The service answered with the failure envelope of the contract, or with none at all. */
export class ApiError extends Error {
  /** HTTP status. */
  readonly status: number;
  /** `errors[0].cause` of the envelope, for instance `ATTEMPT_ALREADY_CONFIRMED`; else null. */
  readonly reason: string | null;

  constructor(status: number, reason: string | null) {
    super(`The service answered ${String(status)}${reason === null ? '' : ` ${reason}`}.`);
    this.name = 'ApiError';
    this.status = status;
    this.reason = reason;
  }
}

/** The page around this one, or before it, hands over no token, or none that opens the session. */
export class NotEmbeddedError extends Error {
  constructor(options?: ErrorOptions) {
    super('The page around gives no way into the session.', options);
    this.name = 'NotEmbeddedError';
  }
}

/** Neither the user token nor the cookie is accepted any more. */
export class SessionOverError extends Error {
  constructor(options?: ErrorOptions) {
    super('The session is over.', options);
    this.name = 'SessionOverError';
  }
}

/** Whether the same call may well succeed a little later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  return error instanceof ApiError && (error.status >= 500 || error.status === 429);
}

/** A refusal with the envelope of the contract. */
export type Refusal = ApiError & { readonly reason: string };

/**
 * Whether the service has understood the call and turned it down: another try is in vain. An answer without our
 * envelope is none of ours: a proxy says 404 while the service is away, a firewall 403.
 */
export function isRefusal(error: unknown): error is Refusal {
  if (!(error instanceof ApiError) || error.reason === null) return false;
  return error.status >= 400 && error.status < 500 && error.status !== 429;
}
