import type { Command } from 'commander';
import {
  createRunAdministration,
  type RunAdministration,
} from '../platform/open-administration.js';
import {
  describeMembers,
  JSON_OPTION,
  printAnswer,
  printOnce,
  type OutputFlags,
} from '../output/print-answer.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

const NAME_WIDTH = 24;

/** `kenali operator …`: keys of the operator API. */
export function addOperatorCommand(program: Command, environment: ProcessEnvironment): void {
  const run = createRunAdministration(environment);
  const operator = program.command('operator').description('Keys of the operator API.');
  addCreateKey(operator, run);
  addListKeys(operator, run);
  addRevokeKey(operator, run);
}

function addCreateKey(operator: Command, run: RunAdministration): void {
  operator
    .command('create-key')
    .argument('<name>', 'who holds it, as the audit log names them')
    .description('Creates a key of the operator API, shown once.')
    .option(...JSON_OPTION)
    .action((name: string, flags: OutputFlags) =>
      run(async ({ administration, actor }) => {
        printOnce({ ...(await administration.operatorKeys.create(actor, name)) }, flags);
      }),
    );
}

function addListKeys(operator: Command, run: RunAdministration): void {
  operator
    .command('list-keys')
    .description('Lists the keys, revoked ones included.')
    .option(...JSON_OPTION)
    .action((flags: OutputFlags) =>
      run(async ({ administration }) => {
        printAnswer(await administration.operatorKeys.list(), flags, (keys) =>
          keys.length === 0
            ? 'There is no operator key yet.'
            : keys
                .map(({ id, name, createdAt, revokedAt }) =>
                  [
                    id,
                    name.padEnd(NAME_WIDTH),
                    createdAt.toISOString(),
                    revokedAt === null ? '' : `revoked ${revokedAt.toISOString()}`,
                  ].join('  '),
                )
                .join('\n'),
        );
      }),
    );
}

function addRevokeKey(operator: Command, run: RunAdministration): void {
  operator
    .command('revoke-key')
    .argument('<id>', 'as list-keys shows it')
    .description('Ends a key at once.')
    .option(...JSON_OPTION)
    .action((id: string, flags: OutputFlags) =>
      run(async ({ administration, actor }) => {
        const { createdAt, revokedAt, ...key } = await administration.operatorKeys.revoke(
          actor,
          id,
        );
        const shown = {
          ...key,
          createdAt: createdAt.toISOString(),
          revokedAt: revokedAt?.toISOString() ?? null,
        };
        printAnswer(shown, flags, describeMembers);
      }),
    );
}
