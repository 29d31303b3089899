import { join } from 'node:path';
import type { CommandSpec } from '../processes/run-command.js';
import type { DevContext } from '../processes/process-book.js';
import { isExecutable } from '../servers/find-on-path.js';

const CLI = join('node_modules', 'playwright-core', 'cli.js');
const TELL_PATH = `import { chromium } from 'playwright-core'; console.log(chromium.executablePath());`;

/**
 * The Chromium of the Playwright that drives it, in the cache folder; downloaded once. Nothing of
 * the system is changed.
 *
 * @throws CommandError where it cannot be downloaded, or lacks libraries of the system
 */
export async function providePlaywrightChromium(context: DevContext): Promise<string> {
  const { book, root, signal, report } = context;
  const environment = {
    ...context.environment,
    PLAYWRIGHT_BROWSERS_PATH: join(context.cacheDir, 'browsers'),
  };
  const run = (command: string, args: string[], onLine?: CommandSpec['onLine']) =>
    book.run({ command, args, cwd: root, environment, signal, ...(onLine && { onLine }) });

  let path = '';
  await run(process.execPath, ['--input-type=module', '-e', TELL_PATH], (line) => {
    path = line;
  });
  if (!isExecutable(path)) {
    report('Chromium: downloading Playwright’s own …');
    await run(process.execPath, [CLI, 'install', '--no-shell', 'chromium']);
  }
  // One that lacks a library says so here and not in the middle of a test.
  await run(path, ['--version']);
  return path;
}
