/** `npm run bench:sessions`, see `SESSIONS_USAGE`. Exit code 1 when an accepted session was lost. */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { listenForStop } from '../../../dev/stop-request.js';
import { writeReport } from './report/write-report.js';
import { runSessionsBench } from './run-sessions-bench.js';
import { parseSessionsArguments, SESSIONS_USAGE } from './sessions-arguments.js';

async function main(args: readonly string[]): Promise<number> {
  const options = parseSessionsArguments(args);
  if (options.isHelp) {
    console.log(SESSIONS_USAGE);
    return 0;
  }
  const out = resolve(options.out);
  await mkdir(out, { recursive: true });
  const bench = await runSessionsBench(options, {
    signal: listenForStop(() => process.exit(1)),
    report: (line) => {
      console.log(line);
    },
  });
  console.log(`\n${await writeReport(bench, out)}`);
  return bench.overload.lost.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // Not by its end: where somebody stopped it, clients still ask what runs no more.
  process.exit(1);
}
