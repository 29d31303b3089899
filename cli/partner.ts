import path from 'node:path';
import { Option, type Command } from 'commander';
import { CallbackPayload } from '../contract/callback.js';
import { ResultScreen } from '../contract/submission.js';
import type { ListedPartner } from '../db/partner-store.js';
import { openPartnerDatabase, type PartnerDatabase } from './partner-database.js';

interface CreateFlags {
  readonly name?: string;
  readonly resultScreen: ResultScreen;
  readonly successUrl?: string;
  readonly failureUrl?: string;
  readonly callbackUrl?: string;
  readonly callbackMethod: 'POST' | 'PUT' | 'PATCH';
  readonly callbackPayload: CallbackPayload;
  readonly json?: true;
}

interface OutputFlags {
  readonly json?: true;
}

const CLONE_FOLDER = path.resolve(import.meta.dirname, '..');

const JSON_OPTION = ['--json', 'print JSON'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** `environment` is the process's own. */
export function addPartnerCommand(program: Command, environment: Environment): void {
  const partner = program
    .command('partner')
    .description(
      'Works on the database that KENALI_DATABASE_URL names, with the sealing keys of KENALI_SEALING_KEYS_PATH; without them, on the running platform of "npm start".',
    );
  const withDatabase = async (run: (open: PartnerDatabase) => Promise<void>) => {
    const open = await openPartnerDatabase(environment, CLONE_FOLDER);
    try {
      await run(open);
    } finally {
      await open.close();
    }
  };
  addCreate(partner, withDatabase);
  addList(partner, withDatabase);
  addRotateKey(partner, withDatabase);
}

type WithDatabase = (run: (open: PartnerDatabase) => Promise<void>) => Promise<void>;

function addCreate(partner: Command, withDatabase: WithDatabase): void {
  partner
    .command('create')
    .argument('<code>', '2 to 40 of A-Z, 0-9 and _')
    .description('Creates a partner. Its pass-key and callback secret are shown once.')
    .option('--name <name>', 'for people; the code unless given')
    .addOption(
      new Option('--result-screen <who>', 'whose page shows the result')
        .choices(Object.values(ResultScreen))
        .default(ResultScreen.KENALI),
    )
    .option('--success-url <url>', 'default successRedirectionUrl')
    .option('--failure-url <url>', 'default failureRedirectionUrl')
    .option('--callback-url <url>', 'where callbacks go; none are sent unless given')
    .addOption(
      new Option('--callback-method <method>').choices(['POST', 'PUT', 'PATCH']).default('POST'),
    )
    .addOption(
      new Option('--callback-payload <payload>')
        .choices(Object.values(CallbackPayload))
        .default(CallbackPayload.full),
    )
    .option(...JSON_OPTION)
    .action((code: string, flags: CreateFlags) =>
      withDatabase(async ({ partners }) => {
        const created = await partners.create({
          code,
          name: flags.name ?? code,
          resultScreen: flags.resultScreen,
          ...(flags.successUrl && { successRedirectionUrl: flags.successUrl }),
          ...(flags.failureUrl && { failureRedirectionUrl: flags.failureUrl }),
          ...(flags.callbackUrl && {
            callback: {
              url: flags.callbackUrl,
              method: flags.callbackMethod,
              payload: flags.callbackPayload,
            },
          }),
        });
        printOnce({ partnerCode: code, ...created }, flags);
      }),
    );
}

function addList(partner: Command, withDatabase: WithDatabase): void {
  partner
    .command('list')
    .description('Lists the partners with their client ids.')
    .option(...JSON_OPTION)
    .action((flags: OutputFlags) =>
      withDatabase(async ({ partners }) => {
        const listed = await partners.list();
        if (flags.json) console.log(JSON.stringify(listed, null, 2));
        else if (listed.length === 0) console.log('There is no partner yet.');
        else console.log(listed.map(describePartner).join('\n\n'));
      }),
    );
}

function addRotateKey(partner: Command, withDatabase: WithDatabase): void {
  partner
    .command('rotate-key')
    .argument('<code>', 'the partner')
    .description(
      'Gives a partner a new client id and pass-key, shown once. The earlier ones and their tokens end at once.',
    )
    .option(...JSON_OPTION)
    .action((code: string, flags: OutputFlags) =>
      withDatabase(async ({ partners }) => {
        printOnce({ partnerCode: code, ...(await partners.rotateKey(code)) }, flags);
      }),
    );
}

function printOnce(secrets: Readonly<Record<string, string | null>>, { json }: OutputFlags): void {
  if (json) {
    console.log(JSON.stringify(secrets, null, 2));
    return;
  }
  for (const [name, value] of Object.entries(secrets)) {
    if (value !== null) console.log(`${name.padEnd(15)} ${value}`);
  }
  console.log('\nKeep these now: they are not shown again.');
}

function describePartner(partner: ListedPartner): string {
  return [
    `${partner.code}  ${partner.name}`,
    `  since          ${partner.createdAt.toISOString()}`,
    `  client ids     ${partner.clientIds.join(', ') || 'none'}`,
    `  result screen  ${partner.resultScreen}`,
    `  callback       ${partner.callbackUrl ?? 'none'}`,
  ].join('\n');
}
