import type { Command } from 'commander';
import { createRunAdministration, type RunAdministration } from './open-administration.js';
import { JSON_OPTION, printAnswer, type OutputFlags } from './print-answer.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** `kenali keys …`: the keys that seal what is stored. `environment` is the process's own. */
export function addKeysCommand(program: Command, environment: Environment): void {
  const run = createRunAdministration(environment);
  const keys = program.command('keys').description('The keys that seal what is stored.');
  addList(keys, run);
  addRenew(keys, run);
  addRewrap(keys, run);
}

function addList(keys: Command, run: RunAdministration): void {
  keys
    .command('list')
    .description('Lists the data keys of partners, and by which master key each is wrapped.')
    .option(...JSON_OPTION)
    .action((flags: OutputFlags) =>
      run(async ({ administration }) => {
        printAnswer(await administration.dataKeys.list(), flags, (found) =>
          found.length === 0
            ? 'There is no data key yet: the first thing that is sealed makes one.'
            : found
                .map(({ id, partnerCode, wrappedBy, createdAt }) =>
                  [id, partnerCode, wrappedBy, createdAt.toISOString()].join('  '),
                )
                .join('\n'),
        );
      }),
    );
}

function addRenew(keys: Command, run: RunAdministration): void {
  keys
    .command('renew')
    .argument('<partner>')
    .description('Makes a younger data key for what is stored of the partner from now on.')
    .option(...JSON_OPTION)
    .action((partner: string, flags: OutputFlags) =>
      run(async ({ administration, actor }) => {
        printAnswer(
          await administration.dataKeys.renew(actor, partner),
          flags,
          ({ id }) => `${id} seals from now on, within a minute in every process.`,
        );
      }),
    );
}

function addRewrap(keys: Command, run: RunAdministration): void {
  keys
    .command('rewrap')
    .description(
      'Puts everything that the sealing key file seals in the database under its active key.',
    )
    .option(...JSON_OPTION)
    .action((flags: OutputFlags) =>
      run(async ({ administration, actor }) => {
        printAnswer(
          await administration.dataKeys.rewrap(actor),
          flags,
          ({ dataKeys, partners }) =>
            `${String(dataKeys)} data keys and the secrets of ${String(partners)} partners are under the active key.`,
        );
      }),
    );
}
