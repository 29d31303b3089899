import { describe, expect, it } from 'vitest';
import { readTheme } from './read-theme.js';
import { contrastOf, findThemeProblems, mixColours } from './theme-contrast.js';
import { DEFAULT_THEME } from './theme.js';

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
    { font: 'constructor', radius: -1, brandName: 'x'.repeat(31), logo: 'https://x.example/a.png' },
    { logo: 'data:image/png;base64,iVBORw0KGgo" onerror="alert(1)' },
  ])('leaves out what is no change: %j', (given) => {
    expect(readTheme(DEFAULT_THEME, given)).toEqual(DEFAULT_THEME);
  });

  it('is left out as a whole where it could not be read', () => {
    const given = { light: { accent: '#ffee00' }, brandName: 'Toko' };
    expect(readTheme(DEFAULT_THEME, given)).toBe(DEFAULT_THEME);
  });
});
