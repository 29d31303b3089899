import type { Command } from 'commander';
import { parseInput } from '../../administration/parse-input.js';
import { submissionPath, type AssessmentView } from '../../contract/schema/operator/assessment.js';
import { createRunAdministration } from '../platform/open-administration.js';
import { JSON_OPTION, printAnswer, type OutputFlags } from '../output/print-answer.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

/** `kenali assessment list`. */
export function addAssessmentCommand(program: Command, environment: ProcessEnvironment): void {
  const run = createRunAdministration(environment);
  program
    .command('assessment')
    .description('What the checks of a submission measured and found.')
    .command('list')
    .description('Lists every check of every attempt; a sign that speaks against has a mark.')
    .argument('<submission-id>')
    .option(...JSON_OPTION)
    .action((submissionId: string, flags: OutputFlags) =>
      run(async ({ administration, actor }) => {
        const asked = parseInput(submissionPath, { submissionId });
        const found = await administration.assessments.list(actor, asked.submissionId);
        printAnswer(found, flags, ({ assessments }) =>
          assessments.map(describeAssessment).join('\n'),
        );
      }),
    );
}

/** A line for the check and one for each sign. */
export function describeAssessment(assessment: AssessmentView): string {
  const { attempt, check, verdict, reasonCode, score, signs } = assessment;
  const parts = [`attempt ${String(attempt)}`, check, verdict, reasonCode, score];
  const head = parts.filter((part) => part !== null).join('  ');
  return [head, ...signs.map(describeSign)].join('\n');
}

function describeSign({ name, score, threshold, isAgainst }: AssessmentView['signs'][number]) {
  const figure = score === null ? '' : ` ${String(score)}`;
  const limit = threshold === null ? '' : ` of ${String(threshold)}`;
  return `  ${isAgainst ? '!' : ' '} ${name.padEnd(24)}${figure}${limit}`.trimEnd();
}
