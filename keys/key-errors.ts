/**
 * A key is not there: lost, retired too early, or another database's. It says nothing of the bytes that
 * the key has sealed, and when the key is back they open.
 */
export class KeyMissingError extends Error {
  override readonly name = 'KeyMissingError';
}

/** The key service did not do what it was asked. Only a status is kept: its answer may quote secrets. */
export class KeyServiceError extends Error {
  override readonly name = 'KeyServiceError';
  /** Whether it was away or too busy, as opposed to refusing. */
  readonly isUnavailable: boolean;

  constructor(operation: string, status: number | null, isUnavailable: boolean) {
    super(
      `${operation} failed in the key service (${status === null ? 'no answer' : String(status)})`,
    );
    this.isUnavailable = isUnavailable;
  }
}
