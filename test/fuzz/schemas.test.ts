import { readdir } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseInput } from '../../administration/parse-input.js';
import { AdministrationError } from '../../administration/administration-error.js';
import { parseRequest } from '../../api/request-problems.js';
import { readConfig, ConfigError } from '../../config/read-config.js';
import * as sections from '../../config/sections.js';
import { initiateFlowBody } from '../../contract/schema/initiate-flow.js';
import {
  partnerEndpointUrl,
  staticHeaders,
} from '../../contract/schema/operator/static-headers.js';
import { partnerSettings } from '../../contract/schema/partner-settings.js';
import { readTheme } from '../../contract/read-theme.js';
import { DEFAULT_THEME } from '../../contract/theme.js';
import { findThemeProblems } from '../../contract/theme-contrast.js';
import { WireCode } from '../../contract/wire-error.js';
import { parseStoredSettings } from '../../db/parse-stored-settings.js';
import { listDocumentedCalls } from './documented-calls.js';
import { changedJson, changedText, hostileJson, hostileText } from './hostile.js';
import { expectCleanPrototype, expectSilent, outcomeOf, PERSONAL, settings } from './properties.js';

const FOLDER = path.join(import.meta.dirname, '../../contract/schema');

type NamedSchema = readonly [name: string, schema: z.ZodType];

async function listSchemas(): Promise<readonly NamedSchema[]> {
  const files = await readdir(FOLDER, { recursive: true });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const found = await Promise.all(
    sources.map(async (file): Promise<readonly NamedSchema[]> => {
      const exported = (await import(path.join(FOLDER, file))) as Record<string, unknown>;
      return Object.entries(exported).flatMap(([name, value]) =>
        value instanceof z.ZodType ? [[`${file} ${name}`, value] as const] : [],
      );
    }),
  );
  return found.flat();
}

const BODIES = listDocumentedCalls().flatMap(({ body }) => (body === undefined ? [] : [body]));

/** Sound bodies with a part of them changed, and whatever else JSON can say. */
const anyBody = fc.oneof(hostileJson, fc.constantFrom(...BODIES).chain(changedJson));

describe('every schema', () => {
  let schemas: readonly NamedSchema[];
  beforeAll(async () => {
    schemas = await listSchemas();
    expect(schemas.length).toBeGreaterThan(60);
  });

  it('takes or refuses whatever JSON can say, and never throws', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        for (const [name, schema] of schemas) {
          const { error } = outcomeOf(() => schema.safeParse(body));
          expect(error, name).toBeNull();
        }
      }),
      settings({ share: 0.7 }),
    );
    expectCleanPrototype();
  });

  it('is refused to partners without a word of what they sent', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        for (const [name, schema] of schemas) {
          const parsed = parseRequest(schema, body, WireCode.MISSING);
          if (!parsed.isValid)
            expect(JSON.stringify(parsed.problems), name).not.toContain(PERSONAL);
        }
      }),
      settings({ share: 0.3 }),
    );
  });

  it('is refused to operators by our own error, without a word of what they sent', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        for (const [name, schema] of schemas) {
          const { error } = outcomeOf(() => parseInput(schema, body));
          if (error === null) continue;
          expect(error, name).toBeInstanceOf(AdministrationError);
          // A name that looks like a member's is told back to an operator.
          const told = (error as AdministrationError).problems.map(({ message }) => message);
          expect(told.join(' '), name).not.toContain(PERSONAL);
        }
      }),
      settings({ share: 0.3 }),
    );
  });
});

const webAddress = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.webUrl().chain(changedText),
  changedText('https://user:pass@shop.example:8443/a?b#c'),
  hostileText,
);

describe('addresses', () => {
  it('that partners may set are of the web, without a password, and go into any header', () => {
    fc.assert(
      fc.property(webAddress, (address) => {
        const session = { flow: 'KTP_SCAN', source: 'WEB_SDK', successRedirectionUrl: address };
        const taken = [
          partnerEndpointUrl.safeParse(address).data,
          initiateFlowBody.safeParse(session).data?.successRedirectionUrl,
          partnerSettings.safeParse({ successRedirectionUrl: address }).data?.successRedirectionUrl,
        ];
        for (const url of taken) {
          if (typeof url !== 'string') continue;
          const { protocol, username, password } = new URL(url);
          expect(protocol).toMatch(/^https?:$/);
          expect(username + password).toBe('');
        }
      }),
      settings(),
    );
  });

  it('of origins are origins to the letter', () => {
    fc.assert(
      fc.property(webAddress, (address) => {
        const taken = partnerSettings.safeParse({ redirectOrigins: [address] });
        for (const origin of taken.data?.redirectOrigins ?? []) {
          expect(new URL(origin).origin).toBe(origin);
        }
      }),
      settings(),
    );
  });
});

describe('static headers', () => {
  it('that are taken can be sent, and stand for none of ours', () => {
    const name = fc.oneof(changedText('x-api-key'), hostileText, fc.constantFrom('Host', 'TE'));
    const value = fc.oneof(changedText('Bearer secret'), hostileText);
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 3 }), (given) => {
        const taken = staticHeaders.safeParse(given);
        if (!taken.success) return;
        const headers = new Headers(taken.data);
        for (const [key, text] of Object.entries(taken.data)) {
          expect(headers.get(key)).toBe(text);
          expect(key).not.toMatch(/^(host|webhook-|x-partner-|content-)/);
        }
      }),
      settings(),
    );
  });
});

describe('a theme', () => {
  const sound = {
    light: { accent: '#0b5a57', ink: '#15242a' },
    font: 'SERIF',
    radius: 3,
    brandName: 'Toko',
    logo: 'data:image/png;base64,iVBORw0KGgoAAAA=',
  };

  it('can be read on the screen, whatever a page gives', () => {
    fc.assert(
      fc.property(fc.oneof(changedJson(sound), hostileJson), (given) => {
        const theme = readTheme(DEFAULT_THEME, given);
        expect(findThemeProblems(theme)).toEqual([]);
        expect(theme.logo ?? 'data:image/png;').toMatch(/^data:image\/(png|webp);/);
        const { light, dark } = theme;
        for (const colour of [light, dark].flatMap((scheme) =>
          Object.values<string>({ ...scheme }),
        )) {
          expect(colour).toMatch(/^#[0-9a-f]{6}$/i);
        }
      }),
      settings(),
    );
  });
});

describe('stored settings', () => {
  it('are read as settings, or refused by the schema’s own error', () => {
    const sound = partnerSettings.parse({
      ipAllowList: ['203.0.113.0/24'],
      embedOrigins: ['https://shop.example'],
      theme: { light: { accent: '#0b5a57' } },
    });
    fc.assert(
      fc.property(fc.oneof(changedJson(sound), hostileJson), (stored) => {
        const { value, error } = outcomeOf(() => parseStoredSettings(stored));
        if (value === null) expect(error).toBeInstanceOf(z.ZodError);
        else expect(partnerSettings.safeParse(value).success).toBe(true);
      }),
      settings(),
    );
    expectCleanPrototype();
  });
});

describe('settings of a process', () => {
  const shape: z.ZodRawShape = Object.fromEntries(
    Object.values(sections).flatMap((section) => Object.entries<z.ZodType>(section)),
  );
  const names = Object.keys(shape);

  it('are taken, or refused by name and without a value', () => {
    const environment = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(hostileText, fc.webUrl(), fc.nat().map(String)),
    );
    fc.assert(
      fc.property(environment, (given) => {
        const { error } = outcomeOf(() => readConfig(shape, given));
        if (error === null) return;
        expect(error).toBeInstanceOf(ConfigError);
        expectSilent(error);
      }),
      settings(),
    );
  });
});
