import type { Command } from 'commander';
import { parseInput } from '../../../administration/parse-input.js';
import { issueKeyBody } from '../../../contract/schema/operator/partner-key.js';
import { PartnerEnvironment } from '../../../contract/sandbox.js';
import type { RunAdministration } from '../../platform/open-administration.js';
import { parseDuration } from '../../input/parse-duration.js';
import { JSON_OPTION, printOnce, type OutputFlags } from '../../output/print-answer.js';
import { refuseSamplePartner } from '../../platform/refuse-sample-partner.js';

interface RotateFlags extends OutputFlags {
  readonly sandbox?: true;
  readonly overlap: number;
}

export function addRotateKeyCommand(partner: Command, run: RunAdministration): void {
  partner
    .command('rotate-key')
    .argument('<code>', 'the partner')
    .description(
      'Gives a partner a new client id and pass-key, shown once. The earlier ones of the environment and their tokens end after the overlap.',
    )
    .option('--sandbox', 'of the sandbox; also the first one')
    .option(
      '--overlap <duration>',
      'how long the earlier ones stay good, such as 24h',
      parseDuration,
      0,
    )
    .option(...JSON_OPTION)
    .action((code: string, flags: RotateFlags) =>
      run(async (open) => {
        await refuseSamplePartner(open, code);
        const asked = parseInput(issueKeyBody, {
          environment: flags.sandbox ? PartnerEnvironment.SANDBOX : PartnerEnvironment.PRODUCTION,
          overlapSeconds: flags.overlap,
        });
        const issued = await open.administration.keys.issue(open.actor, code, asked);
        printOnce({ partnerCode: code, ...issued }, flags);
      }),
    );
}
