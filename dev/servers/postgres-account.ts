import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

/** How to run a Postgres program so that it does not run as root. */
export interface PostgresAccount {
  /** Command line that the program and its arguments are appended to. */
  readonly prefix: readonly string[];
  /** Owner that the data folder must have, seen from here. */
  readonly uid: number;
  readonly gid: number;
}

interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

const execute = promisify(execFile);

/**
 * Postgres refuses to run as root, and a clone often lies under root's home, which no other user
 * may enter: the `postgres` user could reach neither the binaries nor the data folder. Two ways
 * keep both where they are, without opening the home or copying anything:
 *
 * 1. `setpriv` switches to another user but leaves it CAP_DAC_OVERRIDE, which passes through
 *    closed folders. `no_setuid_fixup` is needed as well: without it the kernel ignores
 *    capabilities in access(2), by which Postgres looks for itself.
 * 2. A user namespace, in which root looks like another user and still owns its files. For
 *    containers that know no second user; many others forbid user namespaces, hence the order.
 *
 * @throws Error naming the remedy when neither works
 */
export async function choosePostgresAccount(
  program: string,
  dataDir: string,
): Promise<PostgresAccount> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) return { prefix: [], uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  for (const account of await listAccounts(dataDir)) {
    if (await canRun(account, program)) return account;
  }
  throw new Error(
    'Postgres does not run as root, and neither setpriv nor unshare (both of util-linux) could run it as another user. Run this as an ordinary user, or set KENALI_DATABASE_URL to a Postgres of your own.',
  );
}

/** What may work, the best first. A data folder that is there stays with its owner. */
async function listAccounts(dataDir: string): Promise<readonly PostgresAccount[]> {
  const other = chooseUser(await readFile('/etc/passwd', 'utf8').catch(() => ''));
  const owner = await stat(dataDir).catch(() => null);
  if (owner !== null && owner.uid !== 0) return [switchUser(owner)];
  if (other === null) return [];
  return owner === null ? [switchUser(other), mapUser(other)] : [mapUser(other)];
}

/** `postgres` where there is one, else `nobody`: initdb insists on a name. */
export function chooseUser(passwd: string): UserIds | null {
  const entries = passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return Number(uid) > 0 && Number(gid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
  const byName = (name: string) => entries.find((entry) => entry.name === name);
  const chosen = byName('postgres') ?? byName('nobody') ?? entries[0];
  return chosen === undefined ? null : { uid: chosen.uid, gid: chosen.gid };
}

function switchUser({ uid, gid }: UserIds): PostgresAccount {
  const prefix = [
    'setpriv',
    `--reuid=${String(uid)}`,
    `--regid=${String(gid)}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--securebits=+no_setuid_fixup',
  ];
  return { prefix, uid, gid };
}

function mapUser({ uid, gid }: UserIds): PostgresAccount {
  const prefix = ['unshare', '--user', `--map-user=${String(uid)}`, `--map-group=${String(gid)}`];
  return { prefix, uid: 0, gid: 0 };
}

async function canRun({ prefix }: PostgresAccount, program: string): Promise<boolean> {
  const [command, ...args] = [...prefix, program, '--version'];
  return execute(command, args).then(
    () => true,
    () => false,
  );
}
