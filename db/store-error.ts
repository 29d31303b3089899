import { DrizzleQueryError } from 'drizzle-orm/errors';

/**
 * What a store throws when the database refuses or is away. Drizzle's own error prints the bound
 * parameters, which may be personal, so only the SQLSTATE and the constraint's name are kept and
 * the original is not attached as a cause.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly sqlState: string | null;
  readonly constraint: string | null;

  constructor(operation: string, sqlState: string | null, constraint: string | null) {
    super(`${operation} failed in the database (${sqlState ?? 'no answer'})`);
    this.sqlState = sqlState;
    this.constraint = constraint;
  }

  /** Text that no column takes, such as U+0000, or no value of the column's type. */
  get isUnstorableValue(): boolean {
    return this.sqlState === '22021' || this.sqlState === '22P02' || this.sqlState === '22P05';
  }

  /**
   * Whether the database was away, as opposed to refusing: a network code of Node or postgres.js
   * (`ECONNREFUSED`, `CONNECT_TIMEOUT`), or SQLSTATE class 08, 53 or 57. So are our limits of time: 57014
   * for a statement, 55P03 for a lock, 25P03 between the statements of a transaction.
   */
  get isUnavailable(): boolean {
    return this.sqlState !== null && !/^(?!08|53|57|55P03|25P03)[0-9A-Z]{5}$/.test(this.sqlState);
  }
}

/**
 * Runs one store operation. What the database says, or that it says nothing, leaves as a `StoreError`
 * without parameters. Anything else leaves as it is: a broken seal, a missing key or a mistake of our
 * own is no outage, and waiting for the database mends none of them.
 */
export async function guardStore<T>(operation: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DrizzleQueryError) throw toStoreError(operation, error.cause);
    if (isOfDriver(error)) throw toStoreError(operation, error);
    throw error;
  }
}

/**
 * PostgreSQL's refusals carry their SQLSTATE, postgres.js and Node's sockets a code of their own. Node
 * gives its TypeErrors and RangeErrors a code too, for arguments that we got wrong.
 */
function isOfDriver(error: unknown): boolean {
  const isMistake = error instanceof TypeError || error instanceof RangeError;
  return error instanceof Error && !isMistake && member(error, 'code') !== null;
}

function toStoreError(operation: string, cause: unknown): StoreError {
  return new StoreError(operation, member(cause, 'code'), member(cause, 'constraint_name'));
}

function member(value: unknown, name: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : null;
}
