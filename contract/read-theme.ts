import { isRecord } from './is-record.js';
import { findThemeProblems } from './theme-contrast.js';
import {
  changeTheme,
  HEX_COLOUR,
  LOGO,
  MAX_BRAND_NAME,
  MAX_LOGO_LENGTH,
  MAX_RADIUS,
  ThemeFont,
  type Theme,
  type ThemeChange,
} from './theme.js';

const COLOUR_NAMES = ['accent', 'onAccent', 'surface', 'ink', 'highlight'] as const;

/**
 * `base` with the changes of `given`, which comes from a page or a service of another version. What
 * it has that is no change is left out, and all of it where the result could not be read: a theme
 * keeps nobody from being verified.
 */
export function readTheme(base: Theme, given: unknown): Theme {
  const theme = changeTheme(base, readChange(given));
  return findThemeProblems(theme).length === 0 ? theme : base;
}

function readChange(given: unknown): ThemeChange {
  if (!isRecord(given)) return {};
  const font = Object.values(ThemeFont).find((one) => one === given.font);
  const { radius, brandName, logo } = given;
  const hasRadius = typeof radius === 'number' && radius >= 0 && radius <= MAX_RADIUS;
  const name = typeof brandName === 'string' ? brandName.trim() : '';
  return {
    light: readColours(given.light),
    dark: readColours(given.dark),
    font,
    radius: hasRadius ? radius : undefined,
    logo: isLogo(logo) ? logo : undefined,
    brandName: name === '' || name.length > MAX_BRAND_NAME ? undefined : name,
  };
}

function isLogo(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_LOGO_LENGTH && LOGO.test(value);
}

function readColours(given: unknown): ThemeChange['light'] {
  if (!isRecord(given)) return {};
  return Object.fromEntries(
    COLOUR_NAMES.flatMap((name) => {
      const colour = given[name];
      return typeof colour === 'string' && HEX_COLOUR.test(colour) ? [[name, colour] as const] : [];
    }),
  );
}
