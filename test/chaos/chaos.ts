/** `npm run chaos`, see `CHAOS_USAGE`. Exit code 1 when a claim does not hold. */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { listenForStop } from '../../dev/stop-request.js';
import { CHAOS_USAGE, parseChaosArguments } from './chaos-arguments.js';
import { writeReport } from './report/write-report.js';
import { runChaos } from './run-chaos.js';

/** As long as the ladder, which a partner may use to its end. */
const QUIET_MS = 10 * 60_000;
const PEOPLE = 6;

async function main(args: readonly string[]): Promise<number> {
  const options = parseChaosArguments(args);
  if (options.isHelp) {
    console.log(CHAOS_USAGE);
    return 0;
  }
  const out = resolve(options.out);
  await mkdir(out, { recursive: true });
  const run = await runChaos({
    ...options,
    quietMs: QUIET_MS,
    people: PEOPLE,
    signal: listenForStop(() => process.exit(1)),
    report: (line) => {
      console.log(line);
    },
  });
  console.log(`\n${await writeReport(run, out)}`);
  return run.claims.every(({ problems }) => problems.length === 0) ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // Not by its end: where somebody stopped it, clients still ask what runs no more.
  process.exit(1);
}
