import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdministrationError } from '../../administration/administration-error.js';
import { parseInput } from '../../administration/parse-input.js';
import { parseAssignments } from '../../cli/input/parse-assignments.js';
import { parseDuration } from '../../cli/input/parse-duration.js';
import { readPairs } from '../../cli/faces/read-pairs.js';
import { readStaticHeaders } from '../../cli/input/read-static-headers.js';
import { knownLink } from '../../contract/schema/operator/audit.js';
import { partnerSettings } from '../../contract/schema/partner-settings.js';
import { changedText, hostileText } from './hostile.js';
import { expectCleanPrototype, outcomeOf, settings, settle } from './properties.js';

const DEFAULTS = partnerSettings.parse({});

describe('the command line', () => {
  it('takes a duration of whole seconds, or refuses it in one line', () => {
    fc.assert(
      fc.property(fc.oneof(changedText('30m'), hostileText), (text) => {
        const { value, error } = outcomeOf(() => parseDuration(text));
        if (value === null) expect(error).toBeInstanceOf(InvalidArgumentError);
        else expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
      }),
      settings(),
    );
  });

  it('takes assignments as a patch that the settings take or refuse', () => {
    const text = fc.oneof(
      changedText('lifetimes.userToken=1800'),
      changedText('flows=["KTP_SCAN"]'),
      fc.tuple(hostileText, hostileText).map(([name, value]) => `${name}=${value}`),
      fc.constantFrom('__proto__.polluted=1', 'constructor.prototype.polluted=1', 'a.b.c=[{'),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (given) => {
        const { value, error } = outcomeOf(() => parseAssignments(given, DEFAULTS));
        if (value === null)
          expect(error).toMatchObject({
            message: expect.stringMatching(/^Give settings as/) as string,
          });
        else expect(outcomeOf(() => partnerSettings.safeParse(value)).error).toBeNull();
      }),
      settings(),
    );
    expectCleanPrototype();
  });

  it('takes the end of an audit log that was known before, or refuses it by its own error', () => {
    const sound = `12:${'ab'.repeat(32)}`;
    fc.assert(
      fc.property(fc.oneof(changedText(sound), hostileText), (known) => {
        const { value, error } = outcomeOf(() => parseInput(knownLink, known));
        if (value === null) expect(error).toBeInstanceOf(AdministrationError);
        else {
          expect(Number.isSafeInteger(value.position)).toBe(true);
          expect(value.hash).toMatch(/^[0-9a-f]{64}$/);
        }
      }),
      settings(),
    );
  });

  it('takes headers apart, or refuses them by an error', async () => {
    // A value behind @ is a file's name.
    const header = fc
      .oneof(changedText('x-api-key:secret'), hostileText)
      .filter((text) => !text.includes('@'));
    await fc.assert(
      fc.asyncProperty(fc.array(header, { maxLength: 3 }), async (given) => {
        const { error } = await settle(readStaticHeaders({ header: given }));
        if (error === null) return;
        expect(error).toMatchObject({ message: '--header takes name:value.' });
      }),
      settings(),
    );
    expectCleanPrototype();
  });

  describe('with a list of pairs', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'kenali-fuzz-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('reads it, or names the file', async () => {
      const file = path.join(folder, 'pairs.csv');
      const text = fc.oneof(changedText('a,b,same\n1.jpg,2.jpg,1\n3.jpg,"4.jpg",0\n'), hostileText);
      await fc.assert(
        fc.asyncProperty(text, async (content) => {
          await writeFile(file, content);
          const { value, error } = await settle(readPairs(file));
          if (value === null) expect(String(error)).toContain(file);
          else for (const { same } of value) expect([true, false, null]).toContain(same);
        }),
        settings({ share: 0.5 }),
      );
      expectCleanPrototype();
    });
  });
});
