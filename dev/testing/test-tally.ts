import { z } from 'zod';

/** Checks that passed and checks that did not. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** What we read of a Vitest JSON report. */
const report = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * Counts a Vitest JSON report (null when none was written). A skipped test is a failed one: it
 * checked nothing. So is a file that could not be loaded, and a run that failed with every test
 * passed or without any test.
 */
export function tallyVitestReport(json: string | null, hasRunFailed: boolean): Tally {
  const files = json === null ? [] : report.parse(JSON.parse(json)).testResults;
  const statuses = files.flatMap(({ assertionResults }) => assertionResults);
  const passed = statuses.filter(({ status }) => status === 'passed').length;
  const unloadable = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = statuses.length - passed + unloadable;
  const isUnexplained = (hasRunFailed || statuses.length === 0) && failed === 0;
  return { passed, failed: isUnexplained ? 1 : failed };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  };
}

export function formatTally({ passed, failed }: Tally): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}
