import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNameResolver, type ResolveName } from './resolve-name.js';
import { startNameServer, type NameServer } from './testing/name-server.js';

/** More than a process has threads for the system's own look-up. */
const MANY = 64;

const patient = () => AbortSignal.timeout(20_000);

let folder: string;
let nameServer: NameServer;
let resolve: ResolveName;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-hosts-'));
  const hostsPath = join(folder, 'hosts');
  await writeFile(
    hostsPath,
    '# names of this network\n127.0.0.1 localhost\n::1\tlocalhost ip6-localhost\n10.0.0.7  Intranet.Example other # ours\n',
  );
  nameServer = await startNameServer({
    'both.example': {
      ipv4: ['192.0.2.1', '192.0.2.2'],
      ipv6: ['2001:0db8:0000:0000:0000:0000:0000:0001'],
    },
    'one.example': { ipv4: ['192.0.2.3'] },
    'six.example': { ipv6: ['2001:0db8:0000:0000:0000:0000:0000:0002'] },
    'nothing.example': {},
  });
  resolve = createNameResolver({ hostsPath, servers: [nameServer.address] });
});

afterEach(async () => {
  await nameServer.close();
  await rm(folder, { recursive: true });
});

describe('a name', () => {
  it('has all addresses that DNS tells, of both families', async () => {
    expect(await resolve('both.example', patient())).toEqual([
      { address: '192.0.2.1', family: 4 },
      { address: '192.0.2.2', family: 4 },
      { address: '2001:db8::1', family: 6 },
    ]);
  });

  it.each([
    ['one.example', { address: '192.0.2.3', family: 4 }],
    ['One.Example.', { address: '192.0.2.3', family: 4 }],
    ['six.example', { address: '2001:db8::2', family: 6 }],
  ])('may have addresses of one family alone: %s', async (name, address) => {
    expect(await resolve(name, patient())).toEqual([address]);
  });

  it('without any address is an error', async () => {
    await expect(resolve('nothing.example', patient())).rejects.toThrow('ENODATA');
  });

  it.each([
    [
      'localhost',
      [
        { address: '127.0.0.1', family: 4 },
        { address: '::1', family: 6 },
      ],
    ],
    ['intranet.example', [{ address: '10.0.0.7', family: 4 }]],
    ['OTHER.', [{ address: '10.0.0.7', family: 4 }]],
  ])('in the hosts file is asked of no server: %s', async (name, addresses) => {
    expect(await resolve(name, patient())).toEqual(addresses);
    expect(nameServer.questions).toEqual([]);
  });

  it('is asked of the servers where there is no hosts file', async () => {
    const hostsPath = join(folder, 'none');
    const withoutHosts = createNameResolver({ hostsPath, servers: [nameServer.address] });
    expect(await withoutHosts('one.example', patient())).toHaveLength(1);
  });
});

describe('a name server that never answers', () => {
  it('is given up when the time is over', async () => {
    const stop = new AbortController();
    const asked = resolve('silent.example', stop.signal);
    await expect.poll(() => nameServer.questions).toContain('silent.example');
    stop.abort();
    await expect(asked).rejects.toThrow('ECANCELLED');
    await expect(resolve('silent.example', stop.signal)).rejects.toThrow('aborted');
  });

  it('is given up by itself', async () => {
    await expect(resolve('silent.example', patient())).rejects.toThrow('ETIMEOUT');
  });

  it('holds up no other name', async () => {
    const stops = Array.from({ length: MANY }, () => new AbortController());
    let given = 0;
    const silent = stops.map(({ signal }, index) =>
      resolve(`silent-${String(index)}.example`, signal).finally(() => (given += 1)),
    );
    const all = Promise.allSettled(silent);
    await expect.poll(() => new Set(nameServer.questions).size).toBe(MANY);
    expect(await resolve('one.example', patient())).toHaveLength(1);
    expect(given).toBe(0);
    for (const stop of stops) stop.abort();
    await all;
    expect(given).toBe(MANY);
  });
});
