import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ensurePeer, PeerSetupError } from './peer-environment.js';
import type { Peer, SetupStep } from './peers.js';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kenali-peers-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

function createPeer(packages: readonly string[], step: Partial<SetupStep> = {}): Peer {
  // Appends, so that a second set-up shows.
  const script = `require('node:fs').appendFileSync(process.argv[1], 'x')`;
  const own = {
    command: process.execPath,
    args: ['-e', script, '{folder}/made'],
    needs: 'Node.js',
  };
  return {
    name: 'test',
    packages,
    environment: 'test',
    setup: [{ ...own, ...step }],
    start: () => ({ command: '', args: [] }),
  };
}

it('sets a peer up once and again when its packages change', async () => {
  const folder = await ensurePeer(createPeer(['a@1']), root);
  await ensurePeer(createPeer(['a@1']), root);
  expect(await readFile(join(folder, 'made'), 'utf8')).toBe('x');
  await writeFile(join(folder, 'mark'), '');
  await ensurePeer(createPeer(['a@2']), root);
  expect(await readFile(join(folder, 'mark'), 'utf8').catch(() => 'gone')).toBe('gone');
});

it('names the missing program and what it comes with', async () => {
  const peer = createPeer([], { command: 'no-such-python', needs: 'Python 3' });
  await expect(ensurePeer(peer, root)).rejects.toThrow(
    /peer test cannot be set up: no-such-python is not there. It needs Python 3/,
  );
});

it('starts over after a set-up that failed half way', async () => {
  const script = `console.error('error: no such package'); process.exit(1)`;
  const failing = createPeer(['a@1'], { args: ['-e', script] });
  await expect(ensurePeer(failing, root)).rejects.toThrow(PeerSetupError);
  const folder = await ensurePeer(createPeer(['a@1']), root);
  expect(await readFile(join(folder, 'made'), 'utf8')).toBe('x');
});
