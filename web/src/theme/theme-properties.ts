import { mixColours, SOFT_INK_SHARE } from '../../../contract/theme-contrast.js';
import {
  DEFAULT_THEME,
  type Theme,
  type ThemeColours,
  type ThemeFont,
} from '../../../contract/theme.js';

const FONTS: Readonly<Record<ThemeFont, string | null>> = {
  SYSTEM: null,
  HUMANIST: "Seravek, 'Gill Sans Nova', Ubuntu, Calibri, 'DejaVu Sans', sans-serif",
  GEOMETRIC: "Avenir, Montserrat, Corbel, 'URW Gothic', 'Century Gothic', sans-serif",
  ROUNDED: "ui-rounded, 'Hiragino Maru Gothic ProN', Quicksand, Comfortaa, Manjari, sans-serif",
  SERIF: "Charter, 'Bitstream Charter', 'Noto Serif', Cambria, Georgia, serif",
};

/**
 * The custom properties of `app.css` that a theme changes, by name; `null` for what stays. The
 * shades of a scheme that has not changed stay those of the designer.
 */
export function listProperties(
  theme: Theme,
  scheme: 'light' | 'dark',
): ReadonlyMap<string, string | null> {
  const { radius, font } = theme;
  const shades = listShades(theme[scheme]);
  const hasChanged = !isSame(theme[scheme], DEFAULT_THEME[scheme]);
  return new Map([
    ...Object.entries(shades).map(([name, value]) => [name, hasChanged ? value : null] as const),
    ['--button-radius', radius === DEFAULT_THEME.radius ? null : `${String(radius)}px`],
    ['font-family', FONTS[font]],
  ]);
}

function listShades({ accent, onAccent, surface, ink, highlight }: ThemeColours) {
  return {
    '--accent': accent,
    // Towards the ink, so that the text on it can be read better still.
    '--accent-strong': mixColours(accent, ink, 0.75),
    '--on-accent': onAccent,
    '--accent-soft': mixColours(accent, surface, 0.13),
    '--surface': surface,
    '--paper': mixColours(ink, surface, 0.06),
    '--ink': ink,
    '--ink-soft': mixColours(ink, surface, SOFT_INK_SHARE),
    '--line': mixColours(ink, surface, 0.15),
    '--gold': highlight,
  };
}

function isSame(one: ThemeColours, other: ThemeColours): boolean {
  const names = ['accent', 'onAccent', 'surface', 'ink', 'highlight'] as const;
  return names.every((name) => one[name].toLowerCase() === other[name].toLowerCase());
}
