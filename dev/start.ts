/** `npm start`: runs the whole platform in the foreground, see `START_USAGE`. */
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createDevContext, REPOSITORY_ROOT } from './dev-context.js';
import { readOperatorSettings } from './operator-settings.js';
import { startPlatform, type Platform } from './platform.js';
import { readPorts } from './ports.js';
import type { DevContext } from './processes/process-book.js';
import { parseStartArguments, START_USAGE, type StartArguments } from './start-arguments.js';
import { StopRequested } from './stop-request.js';

const STOPPED_EXIT_CODE = 130;

/** @returns the exit code */
async function start(options: StartArguments): Promise<number> {
  const operator = readOperatorSettings(process.env);
  const context = createDevContext(operator, process.env);
  const ports = readPorts(context.environment);
  const stateDir = resolve(operator.stateDir ?? join(REPOSITORY_ROOT, '.kenali'));
  const startedAt = Date.now();
  const platform = await startPlatform({ ports, stateDir, isReset: options.isReset }, context);
  try {
    context.report(`Everything runs (${String(Math.round((Date.now() - startedAt) / 1000))} s)\n`);
    console.log(describeUrls(platform));
    if (options.hasDemo) await demonstrate(platform, context);
    if (!context.signal.aborted) console.log('Ctrl-C stops everything.');
    return await untilEnd(platform, context.signal);
  } finally {
    console.log('\nStopping …');
    await platform.stop();
    console.log('Everything is stopped.');
  }
}

async function untilEnd(platform: Platform, signal: AbortSignal): Promise<number> {
  if (signal.aborted) return 0;
  const failure = await Promise.race([platform.failed, once(signal, 'abort').then(() => null)]);
  if (failure === null) return 0;
  console.error(`\n${failure.message}`);
  return 1;
}

/** In a process of its own: it runs models, which block the event loop that watches the others. */
async function demonstrate(
  { settings }: Platform,
  { book, root, environment, cacheDir, signal }: DevContext,
): Promise<void> {
  try {
    await book.run({
      command: process.execPath,
      args: ['--import', 'tsx', join('dev', 'run-demo.ts'), settings.paths.demoPartner],
      cwd: root,
      environment: { ...environment, KENALI_CACHE_DIR: cacheDir },
      signal,
      onLine: (line) => {
        console.log(line);
      },
    });
  } catch {
    if (!signal.aborted) console.error('The demonstration failed; the platform runs on.\n');
  }
}

function describeUrls({ urls, settings }: Platform): string {
  const rows: readonly (readonly [string, string | null])[] = [
    ['API and capture app', urls.api],
    ['Sample partner', urls.samplePartner],
    ['Temporal UI', urls.temporalUi],
    ['MinIO console', urls.storageConsole],
    ['State and logs', settings.paths.root],
  ];
  return rows
    .map(([what, where]) => (where === null ? '' : `  ${what.padEnd(22)}${where}\n`))
    .join('');
}

async function main(): Promise<number> {
  try {
    const options = parseStartArguments(process.argv.slice(2));
    if (!options.isHelp) return await start(options);
    console.log(START_USAGE);
    return 0;
  } catch (error) {
    if (error instanceof StopRequested) {
      console.log(`${error.message} before everything was up.`);
      return STOPPED_EXIT_CODE;
    }
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

// Explicit, because an open handle of a library must not keep a stopped platform's process alive.
process.exit(await main());
