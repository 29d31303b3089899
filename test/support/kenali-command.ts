import { execFile, type ExecFileException } from 'node:child_process';
import path from 'node:path';
import type { PlatformContext } from './platform-context.js';

export interface EndedCommand {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Of a command that did not end by itself: a signal ended it, or it never began. */
const NO_CODE = -1;

function codeOf(error: ExecFileException | null): number {
  if (error === null) return 0;
  return typeof error.code === 'number' ? error.code : NO_CODE;
}

/** `kenali …` on the platform under test. */
export function createKenaliCommand(platform: PlatformContext) {
  const entry = path.resolve(import.meta.dirname, '../../cli/kenali.js');
  const env = {
    PATH: process.env.PATH,
    KENALI_DATABASE_URL: platform.databaseUrl,
    KENALI_SEALING_KEYS_PATH: platform.sealingKeysPath,
    KENALI_TEMPORAL_ADDRESS: platform.temporalAddress,
    KENALI_OPERATOR: 'tester',
  };
  const run = (...args: readonly string[]): Promise<EndedCommand> =>
    new Promise((resolve) => {
      execFile(process.execPath, [entry, ...args], { env }, (error, stdout, stderr) => {
        resolve({ code: codeOf(error), stdout, stderr });
      });
    });
  return {
    run,
    /** What it prints with `--json`. @throws where it fails or complains */
    runJson: async (...args: readonly string[]): Promise<Record<string, unknown>> => {
      const { code, stdout, stderr } = await run(...args, '--json');
      if (code !== 0 || stderr !== '')
        throw new Error(`kenali ended with ${String(code)}: ${stderr}`);
      return JSON.parse(stdout) as Record<string, unknown>;
    },
  };
}
