import { Option, type Command } from 'commander';
import { parseInput } from '../../../administration/parse-input.js';
import { setReferenceImageBody } from '../../../contract/schema/operator/reference-image.js';
import type { RunAdministration } from '../../platform/open-administration.js';
import {
  describeMembers,
  JSON_OPTION,
  printAnswer,
  type OutputFlags,
} from '../../output/print-answer.js';
import {
  addHeaderOptions,
  readStaticHeaders,
  type HeaderFlags,
} from '../../input/read-static-headers.js';

interface SetFlags extends OutputFlags, HeaderFlags {
  readonly url?: string;
  readonly method?: string;
  readonly imageHost?: readonly string[];
}

/** `kenali partner reference-image …`. */
export function addReferenceImageCommands(partner: Command, run: RunAdministration): void {
  const source = partner
    .command('reference-image')
    .description('Where reference images are asked for. KYC Lite compares with them, too.');
  addSet(source.command('set').argument('<code>', 'the partner'), run);

  source
    .command('show')
    .argument('<code>', 'the partner')
    .description('Shows the source, without header values.')
    .option(...JSON_OPTION)
    .action((code: string, flags: OutputFlags) =>
      run(async ({ administration }) => {
        printAnswer(await administration.referenceImages.show(code), flags, describeMembers);
      }),
    );

  source
    .command('remove')
    .argument('<code>', 'the partner')
    .description('Removes the source: FACE_VERIFICATION is refused from then on.')
    .option(...JSON_OPTION)
    .action((code: string, flags: OutputFlags) =>
      run(async ({ administration, actor }) => {
        await administration.referenceImages.remove(actor, code);
        printAnswer({ removed: true }, flags, () => 'Removed.');
      }),
    );
}

function addSet(command: Command, run: RunAdministration): void {
  addHeaderOptions(command)
    .description('Creates or changes the source.')
    .option('--url <url>', 'needed for a new source')
    .addOption(new Option('--method <method>').choices(['GET', 'POST']))
    .option('--image-host <host...>', 'hosts that the image itself may come from; any unless given')
    .option(...JSON_OPTION)
    .action((code: string, flags: SetFlags) =>
      run(async ({ administration, actor }) => {
        const { referenceImage } = await administration.partners.show(code);
        const given = parseInput(setReferenceImageBody, {
          url: flags.url ?? referenceImage?.url,
          method: flags.method,
          imageHosts: flags.imageHost,
          ...(await readStaticHeaders(flags)),
        });
        const set = await administration.referenceImages.set(actor, code, given);
        printAnswer(set, flags, describeMembers);
      }),
    );
}
