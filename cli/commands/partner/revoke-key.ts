import type { Command } from 'commander';
import type { RunAdministration } from '../../platform/open-administration.js';
import {
  describeMembers,
  JSON_OPTION,
  printAnswer,
  type OutputFlags,
} from '../../output/print-answer.js';
import { refuseSamplePartner } from '../../platform/refuse-sample-partner.js';

export function addRevokeKeyCommand(partner: Command, run: RunAdministration): void {
  partner
    .command('revoke-key')
    .argument('<code>', 'the partner')
    .argument('<client-id>', 'as "partner show" lists it')
    .description('Ends a client id, its pass-key and its tokens at once.')
    .option(...JSON_OPTION)
    .action((code: string, clientId: string, flags: OutputFlags) =>
      run(async (open) => {
        await refuseSamplePartner(open, code);
        const revoked = await open.administration.keys.revoke(open.actor, code, clientId);
        printAnswer(revoked, flags, describeMembers);
      }),
    );
}
