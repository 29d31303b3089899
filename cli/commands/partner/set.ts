import type { Command } from 'commander';
import { parseInput } from '../../../administration/parse-input.js';
import { changePartnerBody } from '../../../contract/schema/operator/partner.js';
import { partnerSettings } from '../../../contract/schema/partner-settings.js';
import type { RunAdministration } from '../../platform/open-administration.js';
import { parseAssignments } from '../../input/parse-assignments.js';
import {
  describeMembers,
  JSON_OPTION,
  printAnswer,
  type OutputFlags,
} from '../../output/print-answer.js';
import { describePartner } from './show.js';

interface SetFlags extends OutputFlags {
  readonly name?: string;
}

export function addSetCommand(partner: Command, run: RunAdministration): void {
  partner
    .command('set')
    .argument('<code>', 'the partner')
    .argument('[member=value...]', 'settings; a list is joined by commas, "member=" is its default')
    .description('Changes settings of a partner. What is not named stays.')
    .option('--name <name>', 'for people')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      () =>
        `\nSettings and their defaults:\n${describeMembers(partnerSettings.parse({}))}\n${describeNotes()}`,
    )
    .action((code: string, assignments: readonly string[], flags: SetFlags) =>
      run(async ({ administration, actor }) => {
        const settings = parseAssignments(assignments, partnerSettings.parse({}));
        const given = parseInput(changePartnerBody, { settings, name: flags.name });
        const changed = await administration.partners.change(actor, code, given);
        printAnswer(changed, flags, describePartner);
      }),
    );
}

/** What the schema says of single settings. */
function describeNotes(): string {
  return Object.entries(partnerSettings.shape)
    .flatMap(([name, schema]) => {
      const { description } = schema.meta() ?? {};
      return description === undefined ? [] : [`\n${name}: ${description}`];
    })
    .join('');
}
