import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { CROSS_CHECKS } from '../../contract/ktp-details.js';
import { QUALITY_CODES, TECHNICAL_CODES, VERDICT_CODES } from '../../contract/reason-code.js';

const CODES = [...QUALITY_CODES, ...VERDICT_CODES, ...TECHNICAL_CODES];

let guide: string;
beforeAll(async () => {
  guide = await readFile(new URL('../../docs/partner-guide.md', import.meta.url), 'utf8');
});

/** What the first column of the table below a heading or a sentence names. */
function listNames(from: string): readonly string[] {
  const [, table = ''] =
    /\n\n\|[^\n]*\n\|[ -|]*\n((?:\|[^\n]*\n)+)/.exec(guide.slice(guide.indexOf(from))) ?? [];
  return table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)])
    .map(([, name = '']) => name);
}

const MODELS = new URL('../../models/', import.meta.url);

/** Reason codes that the sources of the checks name. */
async function listGiven(): Promise<Set<string>> {
  const files = await readdir(MODELS, { recursive: true });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const texts = await Promise.all(sources.map((file) => readFile(new URL(file, MODELS), 'utf8')));
  return new Set(texts.flatMap((text) => text.match(/(?<=')[A-Z_]+(?=')/g) ?? []));
}

const CAPTURE_APP = new URL('../../web/src/', import.meta.url);

/** The codes of its own that the capture app sends a person back with. */
async function listEndings(): Promise<readonly string[]> {
  const files = ['ending.ts', 'session-flow.ts'].map((file) => new URL(file, CAPTURE_APP));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const given = /^ {2}[A-Z]\w+: '([A-Z_]+)',$|errorCode: '([A-Z_]+)'/gm;
  return texts.flatMap((text) => [...text.matchAll(given)].map(([, a, b]) => a ?? b ?? ''));
}

describe('the partner guide', () => {
  it('tells of every code that a person comes back with, each once, and of no other', async () => {
    const endings = new Set([...(await listEndings()), ...TECHNICAL_CODES]);
    expect(endings).toContain('UPLOAD_FAILED');
    expect(endings).toContain('CAMERA_NOT_FOUND');
    expect([...listNames('`error_code` says why')].sort()).toEqual([...endings].sort());
  });

  it('tells of every reason code, each once, and of no other', () => {
    expect([...listNames('## Reason codes')].sort()).toEqual([...CODES].sort());
  });

  it('says which codes of pictures and people no check gives', async () => {
    const [, sentence = ''] = /checks of this version do not give (.*);/.exec(guide) ?? [];
    const said = [...sentence.matchAll(/`(\w+)`/g)].map(([, code = '']) => code);
    const given = await listGiven();
    // Challenges are the workflow's.
    const ofPictures = QUALITY_CODES.filter((code) => !code.startsWith('CHALLENGE_'));
    const checked = [...ofPictures, 'NIK_INVALID', 'UNDERAGE'];
    expect(said).toEqual(checked.filter((code) => !given.has(code)));
  });

  it('tells of every cross-check, each once, and of no other', () => {
    expect([...listNames('`crossChecks` says')].sort()).toEqual([...CROSS_CHECKS].sort());
  });
});
