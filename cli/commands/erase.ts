import type { Command } from 'commander';
import { parseInput } from '../../administration/parse-input.js';
import {
  eraseBody,
  erasuresQuery,
  type ErasureView,
} from '../../contract/schema/operator/erasure.js';
import { chooseProof } from './erase/choose-proof.js';
import { addVerifyProof } from './erase/erasure-proof.js';
import {
  createRunAdministration,
  type RunAdministration,
} from '../platform/open-administration.js';
import {
  describePage,
  JSON_OPTION,
  printAnswer,
  type OutputFlags,
} from '../output/print-answer.js';
import { addSubjectCommands, type ReasonFlags } from '../input/subject-options.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

interface ListFlags extends OutputFlags {
  readonly partner?: string;
  readonly submission?: string;
  readonly request?: string;
  readonly state?: string;
  readonly limit?: string;
  readonly cursor?: string;
}

interface ProofFlags {
  readonly images?: true;
}

/** `kenali erase …`. */
export function addEraseCommand(program: Command, environment: ProcessEnvironment): void {
  const run = createRunAdministration(environment);
  const erase = program
    .command('erase')
    .description('Erases what is personal, and shows and verifies the proofs.');
  addSubjectCommands(
    erase,
    {
      submission: 'Erases one submission. One that is in progress ends first.',
      user: 'Erases all submissions and user grants of a partner user.',
    },
    (subject, flags) => request(run, subject, flags),
  );
  addList(erase, run);
  addProof(erase, run);
  addVerifyProof(erase);
}

function request(run: RunAdministration, subject: object, flags: ReasonFlags): Promise<void> {
  return run(async ({ administration, actor }) => {
    const asked = parseInput(eraseBody, { subject, reason: flags.reason });
    const requested = await administration.erasures.request(actor, asked);
    printAnswer(requested, flags, ({ erasures, deletedGrants }) =>
      [
        ...erasures.map(describeErasure),
        ...(erasures.length === 0 ? ['There is no submission of theirs.'] : []),
        ...(deletedGrants === 0 ? [] : [`User grants deleted: ${String(deletedGrants)}`]),
      ].join('\n'),
    );
  });
}

function addList(erase: Command, run: RunAdministration): void {
  erase
    .command('list')
    .description('Lists erasures, newest first: requested ones, and those by retention.')
    .option('--partner <code>', 'of one partner')
    .option('--submission <id>', 'of one submission')
    .option('--request <id>', 'of one request')
    .option('--state <state>', 'PENDING or COMPLETED')
    .option('--limit <n>', 'how many at most')
    .option('--cursor <cursor>', 'goes on where the page before ended')
    .option(...JSON_OPTION)
    .action((flags: ListFlags) =>
      run(async ({ administration }) => {
        const query = parseInput(erasuresQuery, {
          partnerCode: flags.partner,
          submissionId: flags.submission,
          requestId: flags.request,
          state: flags.state,
          limit: flags.limit,
          cursor: flags.cursor,
        });
        printAnswer(await administration.erasures.list(query), flags, (page) =>
          describePage(page.erasures.map(describeErasure), page.nextCursor),
        );
      }),
    );
}

function addProof(erase: Command, run: RunAdministration): void {
  erase
    .command('proof')
    .argument('<submission-id>')
    .description('Prints the signed proof that a submission was erased, for "erase verify".')
    .option('--images', 'that its pictures were erased, where that came earlier')
    .action((submissionId: string, flags: ProofFlags) =>
      run(async ({ administration }) => {
        const query = parseInput(erasuresQuery, { submissionId });
        const { erasures } = await administration.erasures.list(query);
        console.log(chooseProof(erasures, flags.images ? 'IMAGES' : 'ALL'));
      }),
    );
}

function describeErasure(erasure: ErasureView): string {
  const { submissionId, partnerCode, scope, rule, begunAt, completedAt } = erasure;
  const state = completedAt === null ? 'pending' : `proven ${completedAt}`;
  return [begunAt, submissionId, partnerCode, scope, rule, state].join('  ');
}
