import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';

/** How the headers of a call to the partner are given on the command line. */
export interface HeaderFlags {
  /** False for none at all. */
  readonly header?: readonly string[] | false;
  readonly bearer?: string;
  readonly basic?: string;
}

/** Adds the options that `readStaticHeaders` reads. */
export function addHeaderOptions(command: Command): Command {
  return command
    .option(
      '--header <name:value...>',
      'static headers, which replace the stored ones; a value @FILE is read from the file',
    )
    .option('--no-header', 'no static headers any more')
    .option('--bearer <token>', 'authorization by a bearer token; @FILE reads it from a file')
    .option('--basic <user:password>', 'Basic authorization; @FILE reads it from a file');
}

/** @throws Error for a header without a colon, or a file that cannot be read */
export async function readStaticHeaders(flags: HeaderFlags) {
  const given = flags.header === false ? [] : flags.header;
  const headers = given && Object.fromEntries(await Promise.all(given.map(readHeader)));
  return {
    ...(headers !== undefined && { headers }),
    ...(await readAuthorization(flags)),
  };
}

async function readAuthorization({ bearer, basic }: HeaderFlags) {
  if (bearer !== undefined && basic !== undefined) {
    throw new Error('Give --bearer or --basic, not both.');
  }
  if (bearer !== undefined) return { authorization: { bearer: await readValue(bearer) } };
  if (basic === undefined) return {};
  const [username, password] = splitOnce(await readValue(basic), '--basic takes user:password.');
  return { authorization: { basic: { username, password } } };
}

async function readHeader(text: string): Promise<readonly [string, string]> {
  const [name, value] = splitOnce(text, '--header takes name:value.');
  return [name.trim(), await readValue(value.trim())];
}

function splitOnce(text: string, complaint: string): readonly [string, string] {
  const at = text.indexOf(':');
  if (at < 1) throw new Error(complaint);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** `@FILE` keeps a secret out of the shell's history and the list of processes. */
async function readValue(text: string): Promise<string> {
  return text.startsWith('@') ? (await readFile(text.slice(1), 'utf8')).trimEnd() : text;
}
