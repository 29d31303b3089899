import { ConfigError } from '../../config/read-config.js';

/** The account of the images of Node, which every operator is in a container. */
const SHARED_ACCOUNT = 'node';

export interface OperatorSources {
  /** What KENALI_OPERATOR says. */
  readonly given: string | undefined;
  /** The account of the system; null for a user without a name, as in a container. */
  readonly account: string | null;
  /** Whether it is about the platform that `npm start` runs, which is one person's. */
  readonly isLocal: boolean;
}

/**
 * Who acts, for the audit log.
 *
 * @throws ConfigError where the account would name nobody
 */
export function nameOperator({ given, account, isLocal }: OperatorSources): string {
  if (given !== undefined) return `cli:${given}`;
  if (account !== null && (isLocal || account !== SHARED_ACCOUNT)) return `cli:${account}`;
  if (isLocal) return 'cli:unnamed';
  throw new ConfigError(
    'KENALI_OPERATOR is not set: the account that this runs as is not one person’s, and the audit log names who acts.',
  );
}
