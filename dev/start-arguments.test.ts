import { describe, expect, it } from 'vitest';
import { parseStartArguments } from './start-arguments.js';

describe('parseStartArguments', () => {
  it('runs the demonstration and keeps the data unless told otherwise', () => {
    expect(parseStartArguments([])).toEqual({ isHelp: false, isReset: false, hasDemo: true });
  });

  it('takes --reset and --no-demo together', () => {
    const parsed = parseStartArguments(['--reset', '--no-demo']);
    expect(parsed).toMatchObject({ isReset: true, hasDemo: false });
  });

  it('refuses an argument it does not know, naming it and what there is', () => {
    expect(() => parseStartArguments(['--rest'])).toThrow(/--rest[^]*--reset/);
  });
});
