import type { Command } from 'commander';
import type { PartnerView } from '../../../contract/schema/operator/partner.js';
import type { RunAdministration } from '../../platform/open-administration.js';
import {
  describeMembers,
  JSON_OPTION,
  printAnswer,
  type OutputFlags,
} from '../../output/print-answer.js';

export function addShowCommand(partner: Command, run: RunAdministration): void {
  partner
    .command('show')
    .argument('<code>', 'the partner')
    .description('Shows a partner: settings, keys, callback and reference images, no secrets.')
    .option(...JSON_OPTION)
    .action((code: string, flags: OutputFlags) =>
      run(async ({ administration }) => {
        printAnswer(await administration.partners.show(code), flags, describePartner);
      }),
    );
}

export function describePartner({ settings, keys, ...partner }: PartnerView): string {
  const { callback, referenceImage, ...plain } = partner;
  return [
    describeMembers(plain),
    ...keys.map(
      ({ clientId, environment, revokedAt }) =>
        `key                  ${clientId}  ${environment}${revokedAt === null ? '' : `  ends ${revokedAt}`}`,
    ),
    '\nSettings',
    describeMembers(settings),
    '\nCallback',
    callback === null ? 'none' : describeMembers(callback),
    '\nReference images',
    referenceImage === null ? 'none' : describeMembers(referenceImage),
  ].join('\n');
}
