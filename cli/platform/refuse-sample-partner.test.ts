import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryAdministration } from '../../test/support/memory/administration.js';
import { refuseSamplePartner } from './refuse-sample-partner.js';

const { administration } = createMemoryAdministration(() => new Date());

let localFolder: string;

beforeAll(async () => {
  localFolder = await mkdtemp(path.join(tmpdir(), 'kenali-demo-'));
  const content = { partnerCode: 'DEMO', face: { partnerCode: 'DEMO_FACE' } };
  await writeFile(path.join(localFolder, 'demo-partner.json'), JSON.stringify(content));
});

afterAll(() => rm(localFolder, { recursive: true }));

const open = (folder: string | null) => ({ administration, actor: 'cli:x', localFolder: folder });

describe('the sample partner of npm start', () => {
  it.each(['DEMO', 'DEMO_FACE'])('keeps what it holds as %s', async (code) => {
    await expect(refuseSamplePartner(open(localFolder), code)).rejects.toThrow(
      /belongs to the sample partner/,
    );
  });

  it('stands in the way of no other partner', async () => {
    await expect(refuseSamplePartner(open(localFolder), 'SHOP')).resolves.toBeUndefined();
  });

  it('is not there on a configured platform, nor before the first start', async () => {
    await expect(refuseSamplePartner(open(null), 'DEMO')).resolves.toBeUndefined();
    await expect(refuseSamplePartner(open('/nowhere'), 'DEMO')).resolves.toBeUndefined();
  });
});
