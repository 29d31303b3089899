import { join } from 'node:path';
import { parseArgs } from 'node:util';

export interface ChaosArguments {
  readonly isHelp: boolean;
  readonly seed: number;
  readonly sessions: number;
  readonly killsEach: number;
  readonly windowMs: number;
  readonly out: string;
}

export const CHAOS_USAGE = `npm run chaos [-- OPTIONS]   kill every process while sessions run, and prove that none is lost

  --sessions N     how many sessions (200)
  --seed N         what is drawn from it: kills, sessions, the partner's answers (1)
  --kills N        how often each process is killed (4)
  --window S       seconds in which sessions begin and processes are killed (1.5 a session, at least 30)
  --out FOLDER     where report.md, report.json and timeline.svg go (build/chaos)
  --help           this text`;

const LEAST_WINDOW_SECONDS = 30;
const SECONDS_PER_SESSION = 1.5;

/** @throws Error naming what is wrong */
export function parseChaosArguments(args: readonly string[]): ChaosArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sessions: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      kills: { type: 'string', default: '4' },
      window: { type: 'string' },
      out: { type: 'string', default: join('build', 'chaos') },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const sessions = readCount('sessions', values.sessions);
  const usual = Math.max(LEAST_WINDOW_SECONDS, Math.round(sessions * SECONDS_PER_SESSION));
  return {
    isHelp: values.help,
    sessions,
    seed: readCount('seed', values.seed),
    killsEach: readCount('kills', values.kills),
    windowMs: readCount('window', values.window ?? String(usual)) * 1_000,
    out: values.out,
  };
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new Error(`--${name} wants a whole number from 1.\n\n${CHAOS_USAGE}`);
  }
  return count;
}
