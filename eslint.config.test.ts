import { ESLint } from 'eslint';
import { describe, expect, it, vi } from 'vitest';

// The first file loads every type of the project.
vi.setConfig({ testTimeout: 180_000 });

const eslint = new ESLint();

/** Lints `code` as if it stood in `file`, which must exist for the type-aware rules to load. */
async function lint(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const BROKEN_WALLS: readonly (readonly [file: string, code: string])[] = [
  ['contract/flow.ts', "export { seal } from '../keys/seal.js';\n"],
  ['contract/flow.ts', "export { envelopeSchema } from './schema/envelope.js';\n"],
  ['administration/partners.ts', "export { createApp } from '../api/app.js';\n"],
  ['db/client.ts', "export { createPartners } from '../administration/partners.js';\n"],
  ['api/app.ts', "export { decodeImage } from '../models/image/decode-image.js';\n"],
  ['models/image/decode-image.ts', "export { submission } from '../../db/schema/submission.js';\n"],
  [
    'models/image/decode-image.ts',
    "export { assessSelfie } from '../../activities/vision/assess-selfie.js';\n",
  ],
  [
    'models/bench/challenge.ts',
    "export type { CheckVerdict } from '../../activities/activity-types.js';\n",
  ],
  ['workflows/capture-gate.ts', "export { seal } from '../keys/seal.js';\n"],
  ['web/src/main.ts', "export { seal } from '../../keys/seal.js';\n"],
  ['db/client.ts', "export { createApp } from '../api/app.js';\n"],
  ['sdk/web/src/launch.ts', "export { FLOWS } from '../../../contract/flow.js';\n"],
  ['api/app.ts', "export { launch } from '../sdk/web/src/launch.js';\n"],
  ['examples/partner/main.ts', "export { FLOWS } from '../../contract/flow.js';\n"],
];

describe('the walls between rooms', () => {
  it.each(BROKEN_WALLS)('stop %s from importing what it must not', async (file, code) => {
    expect(await lint(file, code)).toContain('import-x/no-restricted-paths');
  });

  it('stop rooms other than models/ from loading the inference runtime', async () => {
    expect(await lint('api/app.ts', "export { env } from 'onnxruntime-node';\n")).toContain(
      'no-restricted-imports',
    );
  });

  it('stop workflow code from using Node built-ins', async () => {
    expect(
      await lint('workflows/capture-gate.ts', "export { hash } from 'node:crypto';\n"),
    ).toContain('no-restricted-imports');
  });

  it.each(['contract/flow.ts', 'web/src/main.ts', 'sdk/web/src/launch.ts'])(
    'stop %s from using what older browsers lack',
    async (file) => {
      expect(await lint(file, 'export const last = [1, 2].at(-1);\n')).toContain(
        'no-restricted-properties',
      );
    },
  );

  it.each([
    ['api/app.ts', "export { FLOWS } from '../contract/flow.js';\n"],
    [
      'models/bench/challenge.ts',
      "export { assessSelfie } from '../../activities/vision/assess-selfie.js';\n",
    ],
  ])('let %s import what it may', async (file, code) => {
    expect(await lint(file, code)).not.toContain('import-x/no-restricted-paths');
  });
});
