import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApiUnderTest } from '../../test/support/api-under-test.js';
import {
  composeArtefacts,
  DOCUMENT_PATH,
  PUBLISHED_PATH,
  type Artefact,
} from './compose-artefacts.js';
import { replaceErrorTable, TABLE_BEGIN, TABLE_END } from './compose-error-table.js';
import { findBreakingChanges } from './find-breaking-changes.js';

const readJson = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as unknown;

describe('what is made from the contract', () => {
  let artefacts: readonly Artefact[];
  beforeAll(async () => {
    artefacts = await composeArtefacts();
  }, 30_000);

  it.each(['openapi.json', 'kenali-api.d.ts', 'partner-guide.md'])(
    'is committed as it is made: %s (else npm run openapi)',
    async (name) => {
      const artefact = artefacts.find(({ path }) => basename(path) === name)!;
      expect(await readFile(artefact.path, 'utf8')).toBe(artefact.text);
    },
  );

  it('is served as it is committed', async () => {
    const { app } = await createApiUnderTest();
    const answer = await supertest(app).get('/openapi.json').expect(200);
    expect(answer.body).toEqual(await readJson(DOCUMENT_PATH));
  });

  it('breaks nothing that was published', async () => {
    const published = await readJson(PUBLISHED_PATH);
    expect(findBreakingChanges(published, await readJson(DOCUMENT_PATH))).toEqual([]);
  });
});

describe('the error table of the guide', () => {
  it('is replaced and the rest of the guide kept', () => {
    const guide = `before\n${TABLE_BEGIN}\nold\n${TABLE_END}\nafter`;
    const replaced = replaceErrorTable(guide);
    expect(replaced).toMatch(/^before\n/);
    expect(replaced).toMatch(/\nafter$/);
    expect(replaced).not.toContain('old');
    expect(replaced).toContain('| 401 | `110` | `UNAUTHORIZED` |');
    expect(replaceErrorTable(replaced)).toBe(replaced);
  });

  it('needs its place', () => {
    expect(() => replaceErrorTable('a guide without')).toThrow(/no place|has no/);
  });
});
