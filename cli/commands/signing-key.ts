import path from 'node:path';
import type { Command } from 'commander';
import { readConfig, type ProcessEnvironment } from '../../config/read-config.js';
import { signingSettings } from '../../config/sections.js';
import {
  announceSigningKey,
  promoteSigningKey,
  pruneSigningKeys,
  rotateSigningKeys,
  type SigningKeyIds,
} from '../../keys/signing-key-file.js';
import { stateFolder } from '../platform/platform-settings.js';
import { JSON_OPTION, printAnswer, type OutputFlags } from '../output/print-answer.js';
import { CLONE_FOLDER } from '../platform/clone-folder.js';

interface FileFlags extends OutputFlags {
  readonly file?: string;
}

/** `kenali signing-key …`: the keys that sign tokens. */
export function addSigningKeyCommand(program: Command, environment: ProcessEnvironment): void {
  const signingKey = program
    .command('signing-key')
    .description(
      'The keys that sign tokens and proofs of erasure: --file, else KENALI_SIGNING_KEYS_PATH, else those of "npm start". The API and the sessions workers read them when they start.',
    );
  const subcommand = (
    name: string,
    description: string,
    change: (filePath: string) => Promise<SigningKeyIds>,
  ) =>
    signingKey
      .command(name)
      .description(description)
      .option('--file <path>', 'private JWK set')
      .option(...JSON_OPTION)
      .action(async (flags: FileFlags) => {
        const changed = await change(await locateFile(flags, environment));
        printAnswer(changed, flags, describeKeys);
      });

  subcommand(
    'rotate',
    'Puts a new key first. The earlier ones go on verifying, so that issued tokens stay good.',
    rotateSigningKeys,
  );
  subcommand(
    'announce',
    'Puts a new key last: it verifies and does not sign yet. For several API processes.',
    announceSigningKey,
  );
  subcommand('promote', 'Puts the announced key first: it signs.', promoteSigningKey);
  subcommand(
    'prune',
    'Drops all keys but the first. Wait until every token of the earlier ones has expired.',
    pruneSigningKeys,
  );
}

async function locateFile({ file }: FileFlags, environment: ProcessEnvironment): Promise<string> {
  if (file !== undefined) return path.resolve(file);
  const { KENALI_SIGNING_KEYS_PATH } = readConfig(
    { KENALI_SIGNING_KEYS_PATH: signingSettings.KENALI_SIGNING_KEYS_PATH.optional() },
    environment,
  );
  if (KENALI_SIGNING_KEYS_PATH !== undefined) return path.resolve(KENALI_SIGNING_KEYS_PATH);
  // Loaded here: a container image holds no `dev/`.
  const { statePaths } = await import('../../dev/state/state-paths.js');
  return statePaths(stateFolder(environment, CLONE_FOLDER)).signingKeys;
}

function describeKeys({ signs, verify }: SigningKeyIds): string {
  const others = verify.length === 0 ? '' : `\nverify               ${verify.join(', ')}`;
  return `signs                ${signs}${others}\n\nRestart the API and the sessions workers: they read their keys when they start.`;
}
