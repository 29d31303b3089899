import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChaosRun } from '../run-chaos.js';
import { composeMarkdown } from './compose-markdown.js';
import { drawTimeline } from './draw-timeline.js';
import { summariseRun } from './summarise-run.js';

/** @returns what was written as Markdown, for the console */
export async function writeReport(run: ChaosRun, folder: string): Promise<string> {
  const summary = summariseRun(run);
  const markdown = composeMarkdown(summary);
  await writeFile(join(folder, 'report.md'), markdown);
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(summary, null, 2)}\n`);
  await writeFile(join(folder, 'timeline.svg'), drawTimeline(run));
  return `${markdown}\nWritten to ${folder}`;
}
