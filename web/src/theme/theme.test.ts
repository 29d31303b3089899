import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { DefaultOneKycKTPScanFlowTheme } from '../../../sdk/web/src/theme.js';
import { DEFAULT_THEME, type ThemeColours } from '../../../contract/theme.js';
import { showTheme } from './show-theme.js';

/** A root whose properties are kept, and a device that changes its mind. */
function setUp(theme: string, changes: readonly unknown[], isDark = false) {
  const properties = new Map<string, string>();
  const style = {
    setProperty: (name: string, value: string) => properties.set(name, value),
    removeProperty: (name: string) => properties.delete(name),
  };
  const listeners = new Set<() => void>();
  const query = {
    matches: isDark,
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  };
  const shown = showTheme({
    root: { style } as unknown as HTMLElement,
    page: { matchMedia: vi.fn(() => query as unknown as MediaQueryList) },
    theme,
    changes,
  });
  const turn = (dark: boolean) => {
    query.matches = dark;
    for (const listener of listeners) listener();
  };
  return { properties, shown, turn };
}

const CHANGE = { light: { accent: '#003366' }, dark: { accent: '#ffcc00', onAccent: '#000000' } };

describe('showing a theme', () => {
  it('follows the device from light to dark and back, until it is told to stop', () => {
    const { properties, turn, shown } = setUp('NO_PREFERENCE', [CHANGE]);
    const accent = () => properties.get('--accent');
    expect(accent()).toBe('#003366');
    turn(true);
    expect(accent()).toBe('#ffcc00');
    shown.stop();
    turn(false);
    expect(accent()).toBe('#ffcc00');
  });

  it.each([
    ['LIGHT_MODE', true, '#003366'],
    ['DARK_MODE', false, '#ffcc00'],
  ])('takes %s over the device', (theme, isDark, accent) => {
    expect(setUp(theme, [CHANGE], isDark).properties.get('--accent')).toBe(accent);
  });

  it('puts the launch over the partner, and both over the default', () => {
    const partner = { light: { accent: '#003366', ink: '#111111' }, brandName: 'Toko', radius: 4 };
    const launch = { light: { accent: '#660033' }, brandName: 'Toko Contoh' };
    const { properties, shown } = setUp('LIGHT_MODE', [partner, launch]);
    expect(properties.get('--accent')).toBe('#660033');
    expect(properties.get('--ink')).toBe('#111111');
    expect(properties.get('--surface')).toBe(DEFAULT_THEME.light.surface);
    expect(properties.get('--button-radius')).toBe('4px');
    expect(shown.brandName).toBe('Toko Contoh');
  });

  it('leaves the shades of the designer where no colour changes', () => {
    const { properties, shown } = setUp('LIGHT_MODE', [{ font: 'SERIF' }, undefined]);
    expect([...properties.keys()]).toEqual(['font-family']);
    expect(shown.brandName).toBeNull();
  });
});

describe('the default theme', () => {
  it('is the one of the style sheet', async () => {
    const css = await readFile(new URL('../app.css', import.meta.url), 'utf8');
    const inStyles = (name: string) => {
      const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)!;
      return { light: pair[1]!, dark: pair[2]! };
    };
    const names = { accent: 'accent', onAccent: 'on-accent', surface: 'surface', ink: 'ink' };
    for (const [member, name] of Object.entries({ ...names, highlight: 'gold' })) {
      const key = member as keyof ThemeColours;
      const { light, dark } = DEFAULT_THEME;
      expect({ light: light[key], dark: dark[key] }).toEqual(inStyles(name));
    }
    expect(css).toContain(`--button-radius: ${String(DEFAULT_THEME.radius)}px`);
  });

  it('is the one that the Web SDK exports', () => {
    const { logo, ...shared } = DEFAULT_THEME;
    expect(DefaultOneKycKTPScanFlowTheme).toEqual(shared);
    expect(logo).toBeNull();
  });
});
