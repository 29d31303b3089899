import { Option, type Command } from 'commander';
import type { StartedReplays } from '../../administration/deliveries.js';
import { parseInput } from '../../administration/parse-input.js';
import { DeliveryState } from '../../contract/callback.js';
import {
  deliveriesQuery,
  replayBody,
  settledState,
  type DeliveryView,
} from '../../contract/schema/operator/delivery.js';
import {
  createRunAdministration,
  type RunAdministration,
} from '../platform/open-administration.js';
import {
  describeMembers,
  describePage,
  JSON_OPTION,
  printAnswer,
  type OutputFlags,
} from '../output/print-answer.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

interface FilterFlags extends OutputFlags {
  readonly partner?: string;
  readonly state?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit?: string;
}

interface ListFlags extends FilterFlags {
  readonly submission?: string;
  readonly cursor?: string;
}

/** `kenali delivery …`: callbacks that were sent. */
export function addDeliveryCommand(program: Command, environment: ProcessEnvironment): void {
  const run = createRunAdministration(environment);
  const delivery = program.command('delivery').description('Callbacks: list, send again, test.');
  addList(delivery, run);
  addReplay(delivery, run);
  addTest(delivery, run);
}

function addFilter(command: Command, states: readonly string[]): Command {
  return command
    .option('--partner <code>', 'of one partner')
    .addOption(new Option('--state <state>').choices(states))
    .option('--from <time>', 'created then or later, ISO 8601')
    .option('--until <time>', 'created before, ISO 8601')
    .option('--limit <n>', 'how many at most')
    .option(...JSON_OPTION);
}

function addList(delivery: Command, run: RunAdministration): void {
  addFilter(delivery.command('list'), Object.values(DeliveryState))
    .description('Lists deliveries, newest first. --state DEAD lists the dead letters.')
    .option('--submission <id>', 'of one submission')
    .option('--cursor <cursor>', 'goes on where the page before ended')
    .action((flags: ListFlags) =>
      run(async ({ administration }) => {
        const query = parseInput(deliveriesQuery, {
          partnerCode: flags.partner,
          submissionId: flags.submission,
          state: flags.state,
          from: flags.from,
          until: flags.until,
          limit: flags.limit,
          cursor: flags.cursor,
        });
        printAnswer(await administration.deliveries.list(query), flags, (page) =>
          describePage(page.deliveries.map(describeDelivery), page.nextCursor),
        );
      }),
    );
}

function addReplay(delivery: Command, run: RunAdministration): void {
  addFilter(delivery.command('replay'), settledState.options)
    .argument('[submission-id]', 'one submission; without it, all that the filter finds')
    .description(
      'Sends callbacks again, under the same webhook-id: of one submission, or of every one whose newest delivery is in the state (DEAD unless given).',
    )
    .action((submissionId: string | undefined, flags: FilterFlags) =>
      run(async ({ administration, actor }) => {
        const asked = parseInput(replayBody, toReplay(submissionId, flags));
        const started = await administration.deliveries.replay(actor, asked);
        printAnswer(started, flags, describeReplays);
      }),
    );
}

function toReplay(submissionId: string | undefined, flags: FilterFlags): unknown {
  const { partner: partnerCode, state, from, until, limit } = flags;
  if (submissionId === undefined) {
    return {
      filter: { partnerCode, state, from, until },
      limit: limit === undefined ? undefined : Number(limit),
    };
  }
  if ([partnerCode, state, from, until, limit].some((flag) => flag !== undefined)) {
    throw new Error('Give a submission or a filter, not both.');
  }
  return { submissionId };
}

function addTest(delivery: Command, run: RunAdministration): void {
  delivery
    .command('test')
    .argument('<code>', 'the partner')
    .description('Sends one marked test message to the callback and tells what became of it.')
    .option(...JSON_OPTION)
    .action((code: string, flags: OutputFlags) =>
      run(async ({ administration, actor }) => {
        const report = await administration.deliveries.test(actor, code);
        printAnswer(report, flags, (shown) => describeMembers({ ...shown }));
        if (report.errorClass !== null) process.exitCode = 1;
      }),
    );
}

function describeDelivery(delivery: DeliveryView): string {
  const { submissionId, delivery: number, partnerCode, state, createdAt, attempts } = delivery;
  const last = delivery.lastAttempt;
  const outcome = last === null ? '' : `last ${String(last.httpStatus ?? last.errorClass)}`;
  const tries = `${String(attempts)} tries`;
  return [createdAt, `${submissionId}/${String(number)}`, partnerCode, state, tries, outcome]
    .join('  ')
    .trimEnd();
}

function describeReplays({ replays, hasMore }: StartedReplays): string {
  return [
    ...replays.map(({ submissionId, delivery }) => `${submissionId}/${String(delivery)}`),
    replays.length === 0 ? 'There is nothing to send again.' : '',
    hasMore ? 'There are more: repeat the command.' : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
