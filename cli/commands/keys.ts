import type { Command } from 'commander';
import type { ListedDataKey } from '../../db/data-key-rotation.js';
import {
  createRunAdministration,
  type RunAdministration,
} from '../platform/open-administration.js';
import { JSON_OPTION, printAnswer, type OutputFlags } from '../output/print-answer.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

/** `kenali keys …`: the keys that seal what is stored. */
export function addKeysCommand(program: Command, environment: ProcessEnvironment): void {
  const run = createRunAdministration(environment);
  const keys = program.command('keys').description('The keys that seal what is stored.');
  addList(keys, run);
  addRenew(keys, run);
  addReseal(keys, run);
  addRewrap(keys, run);
}

function addList(keys: Command, run: RunAdministration): void {
  keys
    .command('list')
    .description('Lists the data keys of partners: what each still seals, and what wraps it.')
    .option(...JSON_OPTION)
    .action((flags: OutputFlags) =>
      run(async ({ administration }) => {
        printAnswer(await administration.dataKeys.list(), flags, (found) =>
          found.length === 0
            ? 'There is no data key yet: the first thing that is sealed makes one.'
            : found.map((key) => describeKey(key)).join('\n'),
        );
      }),
    );
}

function addRenew(keys: Command, run: RunAdministration): void {
  keys
    .command('renew')
    .argument('<partner>')
    .description(
      'Makes a younger data key for the partner, seals what is stored by it in the background, and retires the older ones.',
    )
    .option(...JSON_OPTION)
    .action((partner: string, flags: OutputFlags) =>
      run(async ({ administration, actor }) => {
        printAnswer(
          await administration.dataKeys.renew(actor, partner),
          flags,
          ({ id }) =>
            `${id} seals from now on, within a minute in every process. What older keys have sealed follows.`,
        );
      }),
    );
}

function addReseal(keys: Command, run: RunAdministration): void {
  keys
    .command('reseal')
    .argument('<partner>')
    .description(
      'Seals what is stored by the youngest data key, where a renewal was not begun or has failed.',
    )
    .action((partner: string) =>
      run(async ({ administration, actor }) => {
        await administration.dataKeys.reseal(actor, partner);
        console.log('What older keys have sealed is sealed anew in the background.');
      }),
    );
}

function describeKey(key: ListedDataKey): string {
  const { id, partnerCode, wrappedBy, createdAt } = key;
  const parts = [id, partnerCode, createdAt.toISOString(), wrappedBy ?? '–', describeUse(key)];
  return parts.join('  ');
}

function describeUse({ isActive, cardFields, retiredAt }: ListedDataKey): string {
  if (retiredAt !== null) return `retired ${retiredAt.toISOString()}`;
  const sealed = `${String(cardFields)} ${cardFields === 1 ? 'card' : 'cards'} by it`;
  return isActive ? `seals, ${sealed}` : `opens only, ${sealed}`;
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
