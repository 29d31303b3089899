import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { publicKeySet } from '../../../contract/schema/public-key-set.js';
import { verifyErasureProof } from '../../../keys/erasure-proofs.js';
import {
  describeMembers,
  JSON_OPTION,
  printAnswer,
  type OutputFlags,
} from '../../output/print-answer.js';

interface VerifyFlags extends OutputFlags {
  readonly keys: string;
}

/** `kenali erase verify`: needs no platform, only the proof and the public keys. */
export function addVerifyProof(erase: Command): void {
  erase
    .command('verify')
    .argument('<file>', 'the proof, as "erase proof" prints it; - for standard input')
    .description('Verifies a proof by the public keys alone and shows what it says.')
    .requiredOption('--keys <file-or-url>', 'the public keys: …/.well-known/jwks.json')
    .option(...JSON_OPTION)
    .action(async (file: string, flags: VerifyFlags) => {
      const proof = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
      const { keys } = await readKeys(flags.keys);
      const verified = await verifyErasureProof({ keys }, proof.trim());
      printAnswer(verified, flags, (shown) => describeMembers({ ...shown }));
    });
}

/** @throws Error naming the source */
async function readKeys(source: string) {
  const isUrl = /^https?:\/\//.test(source);
  try {
    const content = isUrl ? await (await fetch(source)).text() : await readFile(source, 'utf8');
    return publicKeySet.parse(JSON.parse(content));
  } catch (cause) {
    throw new Error(`There is no set of public keys at ${source}.`, { cause });
  }
}
