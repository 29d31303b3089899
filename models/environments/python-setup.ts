import { join } from 'node:path';
import type { SetupStep } from './pinned-environment.js';

/** A virtual environment with packages from their wheels: no code of theirs runs at install. */
export function setUpPython(packages: readonly string[]): SetupStep[] {
  return [
    {
      command: 'python3',
      args: ['-m', 'venv', '{folder}'],
      needs: 'Python 3.11 or newer with its venv module',
    },
    {
      command: pythonOf('{folder}'),
      args: [
        ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'],
        ...['--only-binary=:all:', ...packages],
      ],
      needs: 'pip in the virtual environment',
    },
  ];
}

/** Its interpreter. */
export function pythonOf(folder: string): string {
  return join(folder, 'bin', 'python');
}
