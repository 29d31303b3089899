import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionsBench } from '../run-sessions-bench.js';
import { composeReport } from './compose-report.js';
import { drawProcessors, drawThroughput } from './draw-stages.js';
import { summariseSessions } from './summarise-sessions.js';

/** @returns what was written as Markdown, for the console */
export async function writeReport(bench: SessionsBench, folder: string): Promise<string> {
  const summary = summariseSessions(bench);
  const report = composeReport(summary);
  await writeFile(join(folder, 'sessions.md'), report);
  await writeFile(join(folder, 'sessions.json'), `${JSON.stringify(summary, null, 2)}\n`);
  await writeFile(join(folder, 'throughput.svg'), drawThroughput(summary.stages));
  await writeFile(join(folder, 'processors.svg'), drawProcessors(summary.stages));
  return `${report}\nWritten to ${folder}`;
}
