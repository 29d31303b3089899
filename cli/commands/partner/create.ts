import { Option, type Command } from 'commander';
import { parseInput } from '../../../administration/parse-input.js';
import { CallbackPayload } from '../../../contract/callback.js';
import { createPartnerBody } from '../../../contract/schema/operator/partner.js';
import { ResultScreen } from '../../../contract/submission.js';
import type { RunAdministration } from '../../platform/open-administration.js';
import { JSON_OPTION, printOnce, type OutputFlags } from '../../output/print-answer.js';

interface CreateFlags extends OutputFlags {
  readonly name?: string;
  readonly resultScreen?: ResultScreen;
  readonly successUrl?: string;
  readonly failureUrl?: string;
  readonly callbackUrl?: string;
  readonly callbackMethod?: string;
  readonly callbackPayload?: CallbackPayload;
}

export function addCreateCommand(partner: Command, run: RunAdministration): void {
  partner
    .command('create')
    .argument('<code>', '2 to 40 of A-Z, 0-9 and _')
    .description('Creates a partner. Its pass-key and callback secret are shown once.')
    .option('--name <name>', 'for people; the code unless given')
    .addOption(
      new Option('--result-screen <who>', 'whose page shows the result').choices(
        Object.values(ResultScreen),
      ),
    )
    .option('--success-url <url>', 'default successRedirectionUrl')
    .option('--failure-url <url>', 'default failureRedirectionUrl')
    .option('--callback-url <url>', 'where callbacks go; none are sent unless given')
    .addOption(new Option('--callback-method <method>').choices(['POST', 'PUT', 'PATCH']))
    .addOption(new Option('--callback-payload <payload>').choices(Object.values(CallbackPayload)))
    .option(...JSON_OPTION)
    .action((code: string, flags: CreateFlags) =>
      run(async ({ administration, actor }) => {
        const given = parseInput(createPartnerBody, toBody(code, flags));
        const { code: partnerCode, ...created } = await administration.partners.create(
          actor,
          given,
        );
        printOnce({ partnerCode, ...created }, flags);
      }),
    );
}

function toBody(code: string, flags: CreateFlags): unknown {
  const { callbackUrl: url, callbackMethod: method, callbackPayload: payload } = flags;
  return {
    code,
    name: flags.name,
    settings: {
      resultScreen: flags.resultScreen ?? null,
      successRedirectionUrl: flags.successUrl ?? null,
      failureRedirectionUrl: flags.failureUrl ?? null,
    },
    ...(url !== undefined && { callback: { url, method, payload } }),
  };
}
