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
