import type { DevContext } from '../processes/process-book.js';
import { findOnPath, isExecutable } from '../servers/find-on-path.js';

/** Names an operator's own browser. */
export const CHROMIUM_VARIABLE = 'KENALI_CHROMIUM';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** No browser to test in; the message says what to install. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

/**
 * The browser that the end-to-end tests drive. On a CI machine, which is thrown away, Debian's is
 * installed; nowhere else does a test install system software.
 *
 * @throws NoBrowser
 */
export async function provideChromium(context: DevContext): Promise<string> {
  const { environment, report } = context;
  const found = findChromium(environment);
  if (found !== null) return found;
  const aptGet = environment.CI === 'true' ? findOnPath('apt-get', environment) : null;
  if (aptGet === null || process.getuid?.() !== 0) throw new NoBrowser(adviceFor(environment));
  report('Chromium: installing with apt-get …');
  const surroundings = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    await context.book.run({
      command: aptGet,
      args,
      cwd: context.root,
      environment: surroundings,
      signal: context.signal,
    });
  }
  const installed = findChromium(environment);
  if (installed === null) throw new NoBrowser(adviceFor(environment));
  return installed;
}

/** Null where neither the variable nor the PATH names one. */
function findChromium(environment: DevContext['environment']): string | null {
  const named = environment[CHROMIUM_VARIABLE];
  if (named !== undefined && named !== '') return isExecutable(named) ? named : null;
  for (const name of NAMES) {
    const path = findOnPath(name, environment);
    if (path !== null) return path;
  }
  return null;
}

function adviceFor(environment: DevContext['environment']): string {
  const named = environment[CHROMIUM_VARIABLE];
  const problem =
    named === undefined || named === ''
      ? 'There is no Chromium or Chrome on the PATH.'
      : `${CHROMIUM_VARIABLE} names no program.`;
  return `${problem} The end-to-end tests drive one: install it (Debian: apt-get install chromium; macOS: brew install --cask chromium), or set ${CHROMIUM_VARIABLE} to its path.`;
}
