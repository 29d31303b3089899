import { Option, type Command } from 'commander';
import { parseInput } from '../../../administration/parse-input.js';
import { CallbackPayload } from '../../../contract/callback.js';
import { setCallbackBody } from '../../../contract/schema/operator/callback.js';
import type { OpenAdministration, RunAdministration } from '../../platform/open-administration.js';
import {
  describeMembers,
  JSON_OPTION,
  printAnswer,
  printOnce,
  type OutputFlags,
} from '../../output/print-answer.js';
import {
  addHeaderOptions,
  readStaticHeaders,
  type HeaderFlags,
} from '../../input/read-static-headers.js';
import { refuseSamplePartner } from '../../platform/refuse-sample-partner.js';

interface SetFlags extends OutputFlags, HeaderFlags {
  readonly url?: string;
  readonly method?: string;
  readonly payload?: CallbackPayload;
}

/** `kenali partner callback …`. */
export function addCallbackCommands(partner: Command, run: RunAdministration): void {
  const callback = partner
    .command('callback')
    .description('Where callbacks go, and their secrets.');
  const subcommand = (name: string, description: string) =>
    callback
      .command(name)
      .argument('<code>', 'the partner')
      .description(description)
      .option(...JSON_OPTION);
  const onPartner =
    (act: (open: OpenAdministration, code: string, flags: OutputFlags) => Promise<void>) =>
    (code: string, flags: OutputFlags) =>
      run((open) => act(open, code, flags));

  addSet(subcommand('set', 'Creates or changes the callback, and enables it.'), run);
  subcommand('show', 'Shows the callback, without secrets.').action(onPartner(show));
  subcommand('enable', 'Enables the callback after a 410.').action(onPartner(enable));
  subcommand('rotate-secret', 'Adds a secret, shown once. The one before signs as well.').action(
    onPartner(rotateSecret),
  );
  subcommand('drop-old-secret', 'Ends a rotation: only the newest secret signs.').action(
    onPartner(dropOldSecret),
  );
  subcommand('remove', 'Removes the callback: none are sent any more.').action(onPartner(remove));
}

function addSet(command: Command, run: RunAdministration): void {
  addHeaderOptions(command)
    .option('--url <url>', 'needed for a new callback')
    .addOption(new Option('--method <method>').choices(['POST', 'PUT', 'PATCH']))
    .addOption(new Option('--payload <payload>').choices(Object.values(CallbackPayload)))
    .action((code: string, flags: SetFlags) =>
      run(async ({ administration, actor }) => {
        const { callback } = await administration.partners.show(code);
        const given = parseInput(setCallbackBody, {
          url: flags.url ?? callback?.url,
          method: flags.method,
          payload: flags.payload,
          ...(await readStaticHeaders(flags)),
        });
        const set = await administration.callbacks.set(actor, code, given);
        const { callbackSecret, ...view } = set;
        printAnswer(set, flags, () => describeMembers(view));
        if (!flags.json && callbackSecret !== null) printOnce({ callbackSecret }, flags);
      }),
    );
}

async function show({ administration }: OpenAdministration, code: string, flags: OutputFlags) {
  printAnswer(await administration.callbacks.show(code), flags, describeMembers);
}

async function enable(open: OpenAdministration, code: string, flags: OutputFlags) {
  const { administration, actor } = open;
  printAnswer(await administration.callbacks.enable(actor, code), flags, describeMembers);
}

async function rotateSecret(open: OpenAdministration, code: string, flags: OutputFlags) {
  const { administration, actor } = open;
  printOnce({ callbackSecret: await administration.callbacks.rotateSecret(actor, code) }, flags);
}

async function dropOldSecret(open: OpenAdministration, code: string, flags: OutputFlags) {
  await refuseSamplePartner(open, code);
  const { administration, actor } = open;
  printAnswer(await administration.callbacks.dropOldSecret(actor, code), flags, describeMembers);
}

async function remove(open: OpenAdministration, code: string, flags: OutputFlags) {
  await refuseSamplePartner(open, code);
  await open.administration.callbacks.remove(open.actor, code);
  printAnswer({ removed: true }, flags, () => 'Removed.');
}
