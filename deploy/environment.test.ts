import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import * as sections from '../config/sections.js';
import { listVariables, readComposeFile, type ComposeFile } from './testing/compose-file.js';

type Shape = Readonly<Record<string, z.ZodType>>;

const ALL_SETTINGS: Shape = Object.assign({}, ...Object.values(sections)) as Shape;

const WORKER_SETTINGS = {
  ...sections.loggingSettings,
  ...sections.databaseSettings,
  ...sections.temporalSettings,
  ...sections.sealingSettings,
};

/** What each of our processes reads at its start. */
const SETTINGS_BY_SERVICE: Readonly<Record<string, Shape>> = {
  migrate: sections.databaseSettings,
  prepare: { ...sections.temporalSettings, ...sections.storageSettings },
  api: {
    ...WORKER_SETTINGS,
    ...sections.storageSettings,
    ...sections.signingSettings,
    ...sections.apiSettings,
  },
  'worker-sessions': {
    ...WORKER_SETTINGS,
    ...sections.storageSettings,
    ...sections.signingSettings,
    ...sections.outboundSettings,
    ...sections.deploymentSettings,
  },
  'worker-vision': {
    ...WORKER_SETTINGS,
    ...sections.storageSettings,
    ...sections.visionSettings,
  },
};

function settingName(variable: string): string {
  return variable.replace(/_FILE$/, '');
}

function isRequired(schema: z.ZodType): boolean {
  return !schema.safeParse(undefined).success;
}

async function readText(path: string): Promise<string> {
  return await readFile(new URL(`../${path}`, import.meta.url), 'utf8');
}

describe('the settings of a deployment', () => {
  let compose: ComposeFile;
  let composeText: string;
  let example: string;
  let operations: string;

  beforeAll(async () => {
    ({ compose, text: composeText } = await readComposeFile());
    example = await readText('.env.example');
    operations = await readText('docs/operations.md');
  });

  it.each(Object.keys(SETTINGS_BY_SERVICE))(
    'reach %s: all that it needs and none that it does not know',
    (service) => {
      const known = SETTINGS_BY_SERVICE[service]!;
      const given = Object.keys(compose.services[service]!.environment).map(settingName);
      const needed = Object.keys(known).filter((name) => isRequired(known[name]!));
      expect(given).toEqual(expect.arrayContaining(needed));
      expect(given.filter((name) => !(name in known))).toEqual([]);
    },
  );

  it('are all in .env.example and in the table of docs/operations.md', () => {
    const isMissing = (text: string, line: string) => !new RegExp(line, 'm').test(text);
    const names = Object.keys(ALL_SETTINGS);
    expect(names.filter((name) => isMissing(example, `^#? ?${name}(_FILE)?=`))).toEqual([]);
    expect(names.filter((name) => isMissing(operations, `^\\| \`${name}\` +\\|`))).toEqual([]);
  });

  it('are set once in .env.example and exist', () => {
    const assigned = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(new Set(assigned).size).toBe(assigned.length);
    const ours = assigned.filter((name) => name.startsWith('KENALI_')).map(settingName);
    expect(ours.filter((name) => !(name in ALL_SETTINGS))).toEqual([]);
  });

  it('that docker-compose.yml takes from outside are all in .env.example', () => {
    const variables = listVariables(composeText);
    expect(variables).toContain('KENALI_PUBLIC_URL');
    for (const name of variables) expect(example).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
  });

  it('without which docker-compose.yml does not start have no value in .env.example', () => {
    const required = [...composeText.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name!);
    expect(new Set(required)).toEqual(
      new Set(['KENALI_PUBLIC_URL', 'KENALI_STORAGE_PUBLIC_URL', 'DEPLOY_SECRETS_DIR']),
    );
    for (const name of required) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
  });
});
