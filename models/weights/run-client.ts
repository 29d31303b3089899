import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Long enough for 75 MB on a slow line; a client that hangs longer is reported. */
const TIMEOUT_MS = 15 * 60_000;

/** A registry's own client could not do its work. `problem` and `remedy` are complete clauses. */
export class ClientError extends Error {
  override readonly name = 'ClientError';
  readonly remedy: string;

  constructor(problem: string, remedy: string, options?: ErrorOptions) {
    super(problem, options);
    this.remedy = remedy;
  }
}

export interface ClientCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** What to install when the command is missing. */
  readonly install: string;
}

/** @throws ClientError when the client is missing, fails or takes too long */
export async function runClient({ command, args, cwd, install }: ClientCommand): Promise<void> {
  try {
    await execute(command, args, { cwd, timeout: TIMEOUT_MS, maxBuffer: 16 * 1024 * 1024 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new ClientError(`${command} is not on the PATH`, `Install ${install}, then run again`);
    }
    throw new ClientError(
      `${command} could not download it (${lastLine(error)})`,
      `Check the network and the registry that ${command} is configured for, then run again`,
      { cause: error },
    );
  }
}

function lastLine(error: unknown): string {
  const output =
    error instanceof Error && 'stderr' in error && typeof error.stderr === 'string'
      ? error.stderr
      : '';
  const lines = output.split('\n').filter((line) => /\b(error|err!|no module)\b/i.test(line));
  return lines[0]?.trim().slice(0, 160) ?? 'no reason given';
}
