import type { DevContext } from '../processes/process-book.js';

/** A server that comes as one executable. */
export interface ServerBinary {
  readonly label: string;
  /** Name of the executable. */
  readonly command: string;
  /** Go package and version, as `go install` takes them. */
  readonly goPackage: string;
  readonly version: string;
  /** Why a binary found on the PATH cannot serve, from what `--version` prints; null when it can. */
  readonly rejectVersion?: (versionText: string) => string | null;
  /** Tries to have the published executable written to `target`; false when it cannot be had. */
  readonly download?: (target: string, context: DevContext) => Promise<boolean>;
}
