import { describe, expect, it } from 'vitest';
import { readTheme } from './read-theme.js';
import { partnerTheme } from './schema/theme.js';
import { contrastOf, findThemeProblems, mixColours } from './theme-contrast.js';
import { DEFAULT_THEME } from './theme.js';

const messagesOf = (given: unknown) =>
  partnerTheme.safeParse(given).error?.issues.map(({ message }) => message) ?? [];

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    // WCAG's own example of a grey that just passes on white.
    ['#767676', '#ffffff', 4.54],
  ])('of %s on %s is %d', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2);
    expect(contrastOf(other, one)).toBeCloseTo(ratio, 2);
  });

  it('of the default theme is enough everywhere', () => {
    expect(findThemeProblems(DEFAULT_THEME)).toEqual([]);
  });
});

describe('mixing colours', () => {
  it('goes from one to the other', () => {
    expect(mixColours('#ff0000', '#0000ff', 1)).toBe('#ff0000');
    expect(mixColours('#ff0000', '#0000ff', 0)).toBe('#0000ff');
    expect(mixColours('#ffffff', '#000000', 0.5)).toBe('#808080');
  });
});

describe('the theme of a partner', () => {
  it.each([
    {},
    { light: { accent: '#003366' } },
    { font: 'SERIF', radius: 0, brandName: 'Toko Contoh' },
    { dark: { accent: '#ffcc00', onAccent: '#000000', surface: '#101010', ink: '#ffffff' } },
  ])('takes %j', (given) => {
    expect(messagesOf(given)).toEqual([]);
  });

  it.each([
    [
      { light: { accent: '#ffee00' } },
      /^In light, onAccent on accent .* needs 4\.5: give an accent/,
    ],
    [{ light: { surface: '#808080' } }, /^In light, .* on surface .* needs 4\.5/],
    [{ dark: { accent: '#102030' } }, /^In dark, accent on surface .* give a lighter accent/m],
    [{ dark: { ink: '#555555' } }, /^In dark, ink, softened .* give a lighter ink/],
    [{ light: { accent: 'red' } }, /#rrggbb/],
    [{ light: { accent: '#fff' } }, /#rrggbb/],
    [{ light: { accent: 'url(https://evil.example)' } }, /#rrggbb/],
    [{ font: 'https://fonts.example' }, /SYSTEM/],
    [{ radius: 27 }, /26/],
    [{ brandName: 'x'.repeat(31) }, /30/],
    [{ logo: 'https://shop.example/logo.png' }, /logo/],
  ])('refuses %j and says why', (given, message) => {
    expect(messagesOf(given).join('\n')).toMatch(message);
  });
});

describe('a theme that a page hands over', () => {
  it('changes what it names and leaves the rest', () => {
    const read = readTheme(DEFAULT_THEME, { light: { accent: '#003366' }, brandName: ' Toko ' });
    expect(read.light).toEqual({ ...DEFAULT_THEME.light, accent: '#003366' });
    expect(read).toMatchObject({ dark: DEFAULT_THEME.dark, brandName: 'Toko', radius: 14 });
  });

  it.each([
    null,
    'red',
    [],
    { light: 'red', dark: null, font: 7, radius: '8', brandName: '' },
    { light: { accent: 'red;background:url(x)', unknown: '#000000' } },
    { font: 'constructor', radius: -1, brandName: 'x'.repeat(31) },
  ])('leaves out what is no change: %j', (given) => {
    expect(readTheme(DEFAULT_THEME, given)).toEqual(DEFAULT_THEME);
  });

  it('is left out as a whole where it could not be read', () => {
    const given = { light: { accent: '#ffee00' }, brandName: 'Toko' };
    expect(readTheme(DEFAULT_THEME, given)).toBe(DEFAULT_THEME);
  });
});
