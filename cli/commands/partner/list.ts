import type { Command } from 'commander';
import type { ListedPartner } from '../../../contract/schema/operator/partner.js';
import type { RunAdministration } from '../../platform/open-administration.js';
import { JSON_OPTION, printAnswer, type OutputFlags } from '../../output/print-answer.js';

const CODE_WIDTH = 20;

export function addListCommand(partner: Command, run: RunAdministration): void {
  partner
    .command('list')
    .description('Lists the partners.')
    .option(...JSON_OPTION)
    .action((flags: OutputFlags) =>
      run(async ({ administration }) => {
        printAnswer(await administration.partners.list(), flags, (partners) =>
          partners.length === 0
            ? 'There is no partner yet.'
            : partners.map(describeListed).join('\n'),
        );
      }),
    );
}

function describeListed({ code, name, createdAt, areSettingsReadable }: ListedPartner): string {
  const mark = areSettingsReadable ? [] : ['settings cannot be read: see "partner show"'];
  return [code.padEnd(CODE_WIDTH), createdAt.slice(0, 10), name, ...mark].join('  ');
}
