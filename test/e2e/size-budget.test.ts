import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { REPOSITORY_ROOT } from '../../dev/dev-context.js';

/** Built by the set-up of this layer. */
const BUILD = join(REPOSITORY_ROOT, 'build', 'web');

/**
 * Scripts and styles of the first load, compressed: 1.2 s on the slow mobile connection
 * (400 kbit/s) that people open the capture app on. It is 52 KB now.
 */
const MAX_FIRST_LOAD_BYTES = 60_000;

/** Fetched beside the call that opens the session: every visit looks for what is kept. */
const ALWAYS_NEEDED = ['open-vault'];

/** What comes when it is needed, compressed: somewhat more than it is now. */
const MAX_LATER_BYTES: Readonly<Record<string, number>> = {
  'open-vault': 2_500,
  Interruption: 4_000,
  TroubleArt: 2_500,
  AdviceArt: 3_000,
  Challenge: 7_000,
  CameraCapture: 12_000,
  CameraView: 4_000,
  'frame-worker': 7_000,
  'face-worker': 5_000,
  'face-network': 105_000,
  DeskHandoff: 13_000,
  PhoneHandoff: 1_500,
  'find-handoff-text': 3_500,
  // A partner's page around the app, and a partner's look.
  'embed-bridge': 1_200,
  'open-embedded': 800,
  'describe-screen': 600,
  'show-theme': 3_000,
};

interface Piece {
  readonly name: string;
  readonly isFirst: boolean;
  readonly bytes: number;
}

let pieces: readonly Piece[];

/** `index-BAVpUbfX.js` is of the piece `index`. */
function pieceOf(file: string): string {
  return file.replace(/-[\w-]{8}\.(js|css|bin)$/, '');
}

async function readPieces(): Promise<Piece[]> {
  const page = await readFile(join(BUILD, 'index.html'), 'utf8');
  const files = (await readdir(join(BUILD, 'assets'))).filter((file) =>
    /\.(js|css|bin)$/.test(file),
  );
  const read = files.map(async (file) => ({
    name: pieceOf(file),
    isFirst: page.includes(`/assets/${file}`),
    bytes: gzipSync(await readFile(join(BUILD, 'assets', file))).length,
  }));
  return Promise.all(read);
}

function sumBytes(some: readonly Piece[]): number {
  return some.reduce((sum, { bytes }) => sum + bytes, 0);
}

beforeAll(async () => {
  pieces = await readPieces();
});

describe('the capture app', () => {
  it('loads little before the first screen', () => {
    const first = pieces.filter(({ name, isFirst }) => isFirst || ALWAYS_NEEDED.includes(name));
    expect(first.length).toBeGreaterThanOrEqual(3);
    expect(sumBytes(first)).toBeGreaterThan(10_000);
    expect(sumBytes(first)).toBeLessThan(MAX_FIRST_LOAD_BYTES);
  });

  it('has a budget for every piece that comes later, and keeps it', () => {
    const later = pieces.filter(({ isFirst }) => !isFirst);
    const names = [...new Set(later.map(({ name }) => name))].sort();
    expect(names).toEqual(Object.keys(MAX_LATER_BYTES).sort());
    const overdrawn = names.filter((name) => {
      const bytes = sumBytes(later.filter((piece) => piece.name === name));
      return bytes > MAX_LATER_BYTES[name]!;
    });
    expect(overdrawn).toEqual([]);
  });
});
