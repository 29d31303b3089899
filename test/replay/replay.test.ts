import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { WorkflowType } from '../../contract/workflow-type.js';
import { bundleWorkflows } from '../../temporal/bundle-workflows.js';

const folder = fileURLToPath(new URL('./histories/', import.meta.url));
const files = readdirSync(folder).sort();
const readFixture = (file: string) => readFileSync(`${folder}${file}`, 'utf8');

let workflowBundle: { readonly code: string };

beforeAll(async () => {
  workflowBundle = await bundleWorkflows();
});

const replay = (text: string) => Worker.runReplayHistory({ workflowBundle }, JSON.parse(text));

describe('workflows of earlier versions', () => {
  it('are recorded for every workflow', () => {
    for (const type of Object.values(WorkflowType)) {
      expect(files.some((file) => file.startsWith(`${type}.v`))).toBe(true);
    }
  });

  it.each(files)('go on under the present code: %s', async (file) => {
    await expect(replay(readFixture(file))).resolves.toBeUndefined();
  });

  it.each([
    ['another activity', 'kycLite.v0.1.0.json', '"recordOutcome"', '"recordVerdict"'],
    ['another child', 'ktpScan.v0.1.0.json', '"callbackDelivery"', '"callbackDelivery2"'],
    ['another activity', 'callbackDelivery-dead.v0.1.0.json', '"recordDeadDelivery"', '"x"'],
  ])('do not go on when the history has %s (%s)', async (_case, file, recorded, changed) => {
    const text = readFixture(file);
    expect(text).toContain(recorded);
    await expect(replay(text.replaceAll(recorded, changed))).rejects.toThrow(
      DeterminismViolationError,
    );
  });

  it('tell nothing of the machine they were recorded on', () => {
    for (const file of files) {
      const text = readFixture(file);
      const decoded = [...text.matchAll(/"data": "([^"]*)"/g)].map(([, data = '']) =>
        Buffer.from(data, 'base64').toString(),
      );
      expect([text, ...decoded].join('\n')).not.toMatch(/file:\/\/|\/node_modules\/|@[\w-]+#?\d*"/);
    }
  });
});
