import type { Theme, ThemeColours } from './theme.js';

/** WCAG 2.2 AA for text of usual size, 1.4.3. */
const TEXT_CONTRAST = 4.5;

/** Of the status colours of `web/src/app.css`, which stay as they are on every surface. */
const STATUS_COLOURS = {
  light: { warn: '#7a4a00', bad: '#a33122', good: '#1d6b43' },
  dark: { warn: '#f6cf8a', bad: '#ff9d8c', good: '#7fd6a0' },
} as const;

type Scheme = keyof typeof STATUS_COLOURS;

/** How much of the ink is in the small print, which has to be read as well. */
export const SOFT_INK_SHARE = 0.76;

/** What of a theme could not be read, in words for whoever chose its colours. */
export function findThemeProblems(theme: Theme): readonly string[] {
  return [...findProblems('light', theme.light), ...findProblems('dark', theme.dark)];
}

function findProblems(scheme: Scheme, colours: ThemeColours): readonly string[] {
  const { accent, onAccent, surface, ink } = colours;
  const softInk = mixColours(ink, surface, SOFT_INK_SHARE);
  const statusContrast = Math.min(
    ...Object.values(STATUS_COLOURS[scheme]).map((colour) => contrastOf(colour, surface)),
  );
  const direction = scheme === 'light' ? 'darker' : 'lighter';
  const opposite = scheme === 'light' ? 'lighter' : 'darker';
  const checks = [
    [contrastOf(onAccent, accent), 'onAccent', 'accent', `an accent that differs more from it`],
    [contrastOf(accent, surface), 'accent', 'surface', `a ${direction} accent`],
    [
      contrastOf(softInk, surface),
      'ink, softened for small print,',
      'surface',
      `a ${direction} ink`,
    ],
    [statusContrast, 'a warning', 'surface', `a ${opposite} surface`],
  ] as const;
  return checks
    .filter(([contrast]) => contrast < TEXT_CONTRAST)
    .map(
      ([contrast, front, back, remedy]) =>
        `In ${scheme}, ${front} on ${back} has a contrast of ${contrast.toFixed(1)} and needs ${String(TEXT_CONTRAST)}: give ${remedy}.`,
    );
}

/** `share` of `front`, the rest of `back`, in sRGB as CSS opacity does it. */
export function mixColours(front: string, back: string, share: number): string {
  const [fronts, backs] = [channelsOf(front), channelsOf(back)];
  const mixed = fronts.map((value, index) => {
    const channel = Math.round(value * share + (backs[index] ?? 0) * (1 - share));
    return channel.toString(16).padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 0 to 255. */
function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
