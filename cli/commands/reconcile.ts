import type { Command } from 'commander';
import type {
  FindingKind,
  FoundOfKind,
  ReconciliationReport,
} from '../../contract/reconciliation.js';
import { createRunAdministration } from '../platform/open-administration.js';
import { JSON_OPTION, printAnswer, type OutputFlags } from '../output/print-answer.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

const MEANING: Readonly<Record<FindingKind, string>> = {
  UNSTARTED: 'in progress without a workflow, started',
  UNRECORDED_END: 'in progress although the workflow is over or gone, ended',
  OVERDUE: 'in progress long after the session was over, ended',
  WITHOUT_ROW: 'workflows without a row, removed a day after the session was over',
  UNTOLD: 'ended without a delivery under way, started or recorded',
  LEFT_UPLOADS: 'not looked at by the retention sweep, left to it (100 at most are counted)',
  UNSEEN: 'could not be looked at, left to the next pass',
};

/** `kenali reconcile`. */
export function addReconcileCommand(program: Command, environment: ProcessEnvironment): void {
  const run = createRunAdministration(environment);
  program
    .command('reconcile')
    .description('Looks where rows, workflows and uploads disagree, mends it, and reports.')
    .option(...JSON_OPTION)
    .action((flags: OutputFlags) =>
      run(async ({ reconciliation, actor }) => {
        printAnswer(await reconciliation.run(actor), flags, describeReport);
      }),
    );
}

/** A line for each kind, and below it the first submissions. */
export function describeReport(report: ReconciliationReport): string {
  const found = Object.entries(report) as [FindingKind, FoundOfKind][];
  if (found.length === 0) return 'Everything agrees.';
  return found.flatMap(([kind, of]) => describeKind(kind, of)).join('\n');
}

function describeKind(kind: FindingKind, { found, mended, submissionIds }: FoundOfKind): string[] {
  const counts = `${kind}: ${String(found)} found, ${String(mended)} mended`;
  return [`${counts} (${MEANING[kind]})`, ...submissionIds.map((id) => `  ${id}`)];
}
