import type { SetupStep } from './pinned-environment.js';

/** Packages in a folder of their own. Install scripts stay off: what is needed is in the packages. */
export function installFromNpm(packages: readonly string[]): SetupStep[] {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'];
  return [
    {
      command: 'npm',
      args: ['install', '--prefix', '{folder}', ...quiet, '--save-exact', ...packages],
      needs: 'npm (it comes with Node.js)',
    },
  ];
}
