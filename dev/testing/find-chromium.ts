import type { DevContext } from '../processes/process-book.js';
import { CommandError } from '../processes/run-command.js';
import { findOnPath, isExecutable } from '../servers/find-on-path.js';
import { providePlaywrightChromium } from './playwright-chromium.js';

/** `true` where tests may install packages of the system, as on a CI machine of ours. */
export const SYSTEM_PACKAGES_VARIABLE = 'KENALI_SYSTEM_PACKAGES';

/** Names an operator's own browser. */
export const CHROMIUM_VARIABLE = 'KENALI_CHROMIUM';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** No browser to test in; the message says what to install. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

/**
 * The browser that the end-to-end tests drive: the one that is named, one on the PATH, else
 * Playwright's own in the cache folder. Debian's is installed on a CI machine, which is thrown
 * away, or where it is asked for; nowhere else does a test install system software.
 *
 * @throws NoBrowser
 */
export async function provideChromium(context: DevContext): Promise<string> {
  const { environment } = context;
  const found = findChromium(environment);
  if (found !== null) return found;
  if (isNamed(environment)) {
    throw new NoBrowser(`${CHROMIUM_VARIABLE} names no program. ${ADVICE}`);
  }
  const aptGet = mayInstall(environment) ? findOnPath('apt-get', environment) : null;
  if (aptGet !== null && process.getuid?.() === 0) return installSystems(aptGet, context);
  try {
    return await providePlaywrightChromium(context);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const problem =
      'There is no Chromium or Chrome on the PATH, and Playwright’s own cannot be had.';
    throw new NoBrowser(`${problem} ${ADVICE}\n${error.message}`, { cause: error });
  }
}

async function installSystems(aptGet: string, context: DevContext): Promise<string> {
  const { environment, report } = context;
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
  if (installed === null) throw new NoBrowser(`The installed Chromium is not found. ${ADVICE}`);
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

function isNamed({ [CHROMIUM_VARIABLE]: named }: DevContext['environment']): boolean {
  return named !== undefined && named !== '';
}

function mayInstall(environment: DevContext['environment']): boolean {
  return environment.CI === 'true' || environment[SYSTEM_PACKAGES_VARIABLE] === 'true';
}

const ADVICE = `The end-to-end tests drive a browser: install one (Debian: apt-get install chromium, or npm test -- --system-packages as root; macOS: brew install --cask chromium), or set ${CHROMIUM_VARIABLE} to its path. Playwright’s own may lack libraries of the system (npx playwright-core install-deps chromium).`;
