import type { Command } from 'commander';
import { parseInput } from '../../administration/parse-input.js';
import {
  holdPath,
  holdsQuery,
  placeHoldBody,
  releaseHoldBody,
  type HoldView,
  type PlacedHoldView,
} from '../../contract/schema/operator/legal-hold.js';
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
import { addSubjectCommands, REASON_OPTION, type ReasonFlags } from '../input/subject-options.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

interface ListFlags extends OutputFlags {
  readonly partner?: string;
  readonly submission?: string;
  readonly limit?: string;
  readonly cursor?: string;
}

/** `kenali hold …`: legal holds. */
export function addHoldCommand(program: Command, environment: ProcessEnvironment): void {
  const run = createRunAdministration(environment);
  const hold = program
    .command('hold')
    .description('Legal holds: what is erased neither by retention nor by request.');
  addSubjectCommands(
    hold,
    {
      submission: 'Holds one submission.',
      user: 'Holds all submissions of a partner user, later ones too.',
    },
    (subject, flags) => place(run, subject, flags),
  );
  addRelease(hold, run);
  addList(hold, run);
}

function place(run: RunAdministration, subject: object, flags: ReasonFlags): Promise<void> {
  return run(async ({ administration, actor }) => {
    const asked = parseInput(placeHoldBody, { subject, reason: flags.reason });
    printAnswer(await administration.legalHolds.place(actor, asked), flags, describePlaced);
  });
}

function addRelease(hold: Command, run: RunAdministration): void {
  hold
    .command('release')
    .argument('<hold-id>', 'as "hold list" shows it')
    .description('Releases a hold. What is overdue is erased by the next sweep.')
    .requiredOption(...REASON_OPTION)
    .option(...JSON_OPTION)
    .action((given: string, flags: ReasonFlags) =>
      run(async ({ administration, actor }) => {
        const { holdId } = parseInput(holdPath, { holdId: given });
        const { reason } = parseInput(releaseHoldBody, { reason: flags.reason });
        const released = await administration.legalHolds.release(actor, holdId, reason);
        printAnswer(released, flags, describeHold);
      }),
    );
}

function addList(hold: Command, run: RunAdministration): void {
  hold
    .command('list')
    .description('Lists holds, newest first. The audit log has those that were released.')
    .option('--partner <code>', 'of one partner')
    .option('--submission <id>', 'of one submission')
    .option('--limit <n>', 'how many at most')
    .option('--cursor <cursor>', 'goes on where the page before ended')
    .option(...JSON_OPTION)
    .action((flags: ListFlags) =>
      run(async ({ administration }) => {
        const { partner: partnerCode, submission: submissionId, limit, cursor } = flags;
        const query = parseInput(holdsQuery, { partnerCode, submissionId, limit, cursor });
        printAnswer(await administration.legalHolds.list(query), flags, (page) =>
          describePage(page.holds.map(describeHold), page.nextCursor),
        );
      }),
    );
}

function describeHold({ id, partnerCode, submissionId, reason, placedAt }: HoldView): string {
  return [placedAt, id, partnerCode, submissionId ?? 'a partner user', reason].join('  ');
}

function describePlaced({ pendingErasures, ...hold }: PlacedHoldView): string {
  const pending = pendingErasures.map(
    ({ submissionId, scope }) => `not kept: the erasure of ${submissionId} (${scope}) had begun`,
  );
  return [describeHold(hold), ...pending].join('\n');
}
