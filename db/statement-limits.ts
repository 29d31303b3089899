/** How long Postgres lets one session of ours be at something, in milliseconds. */
export interface StatementLimits {
  readonly statementMs: number;
  /** For one lock, of a row, a table or an advisory one. */
  readonly lockMs: number;
  /** Between two statements of a transaction. */
  readonly idleInTransactionMs: number;
}

/**
 * Of the API, where somebody waits for the answer and can ask again. No call holds a lock for longer
 * than moments, so that five seconds of waiting mean a change of the schema, or a host that is gone with
 * the lock. The longest statements are an operator's counts over whole tables, tens of seconds over
 * tens of millions of rows.
 */
export const REQUEST_LIMITS: StatementLimits = {
  statementMs: 60_000,
  lockMs: 5_000,
  idleInTransactionMs: 30_000,
};

/**
 * Of workers and the command line, which come again by themselves or are watched. Erasing and sweeping
 * go by pages and submissions, so that ten minutes are far beyond any statement, and within the
 * fifteen that the longest activity has. Between two statements a key is wrapped by the key service, five
 * seconds at most.
 */
export const WORK_LIMITS: StatementLimits = {
  statementMs: 600_000,
  lockMs: 30_000,
  idleInTransactionMs: 60_000,
};
