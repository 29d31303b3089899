import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';

/** All addresses of a host name, IPv4 first. Ends with the signal at the latest. */
export type ResolveName = (
  hostname: string,
  signal: AbortSignal,
) => Promise<readonly LookupAddress[]>;

export interface NameSources {
  /** Read anew for every name. */
  readonly hostsPath?: string;
  /** `address:port` of name servers, instead of the system's. */
  readonly servers?: readonly string[];
}

const HOSTS_PATH = '/etc/hosts';

/** Of the first try at a name server; the second waits twice as long. */
const TRY_MS = 1_000;
const TRIES = 2;

/**
 * The system's own look-up (`getaddrinfo`) holds a thread of the process until the name servers answer or
 * are given up, which nothing can cut short, and few threads do it: one partner whose name servers are
 * silent would keep everybody's names waiting. So names are resolved on sockets of this process: what
 * the hosts file says, else what DNS answers, for exactly this name (no search domains, no mDNS).
 */
export function createNameResolver({
  hostsPath = HOSTS_PATH,
  servers,
}: NameSources = {}): ResolveName {
  return async (hostname, signal) => {
    const name = hostname.replace(/\.$/, '').toLowerCase();
    const known = parseHosts(await readHosts(hostsPath), name);
    return known.length > 0 ? known : askNameServers(name, servers, signal);
  };
}

async function askNameServers(
  name: string,
  servers: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<readonly LookupAddress[]> {
  signal.throwIfAborted();
  // One for each name: cancelling ends all that a resolver is at.
  const resolver = new Resolver({ timeout: TRY_MS, tries: TRIES });
  if (servers !== undefined) resolver.setServers(servers);
  const cancel = () => {
    resolver.cancel();
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const [ofIpv4, ofIpv6] = await Promise.allSettled([
      resolver.resolve4(name),
      resolver.resolve6(name),
    ]);
    if (ofIpv4.status === 'rejected' && ofIpv6.status === 'rejected') throw ofIpv4.reason;
    return [...toAddresses(ofIpv4, 4), ...toAddresses(ofIpv6, 6)];
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** A name has addresses of one family only more often than not. */
function toAddresses(
  answer: PromiseSettledResult<readonly string[]>,
  family: 4 | 6,
): readonly LookupAddress[] {
  if (answer.status === 'rejected') return [];
  return answer.value.map((address) => ({ address, family }));
}

async function readHosts(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** Lines of an address and its names, `#` before a comment (hosts(5)). */
function parseHosts(text: string, name: string): readonly LookupAddress[] {
  return text.split('\n').flatMap((line) => {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (!names.some((one) => one.toLowerCase() === name)) return [];
    return [{ address, family: address.includes(':') ? 6 : 4 }];
  });
}
