/** The platform refused a call: the contract's failure envelope, or a bare HTTP status. */
export class PlatformRefusal extends Error {
  override readonly name = 'PlatformRefusal';
  /** HTTP status. */
  readonly status: number;
  /** The contract's code, for instance `110`; `null` when the answer had no envelope. */
  readonly code: string | null;
  /** The contract's cause, for instance `UNAUTHORIZED`. */
  override readonly cause: string | null;

  constructor(call: string, status: number, code: string | null, cause: string | null) {
    const why = cause === null ? '' : ` ${cause}${code === null ? '' : ` (${code})`}`;
    super(`${call} was refused: HTTP ${String(status)}${why}.`);
    this.status = status;
    this.code = code;
    this.cause = cause;
  }
}

/** Nothing answered: wrong address, platform not running, or the network. */
export class PlatformUnreachable extends Error {
  override readonly name = 'PlatformUnreachable';

  constructor(origin: string, reason: string) {
    super(`Nothing answers at ${origin} (${reason}). Is the platform running?`);
  }
}

/** Something answered, but not as the contract says. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(call: string, what: string) {
    super(`${call} was answered in a form that is not the contract's: ${what}.`);
  }
}

/** Whether the same call may well succeed in a moment: nothing answered, too many calls, a 5xx. */
export function isPassingFailure(error: unknown): boolean {
  if (error instanceof PlatformUnreachable) return true;
  return error instanceof PlatformRefusal && (error.status === 429 || error.status >= 500);
}
