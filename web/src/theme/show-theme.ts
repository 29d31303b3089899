import { readTheme } from '../../../contract/read-theme.js';
import { DEFAULT_THEME, type Theme } from '../../../contract/theme.js';
import { listProperties } from './theme-properties.js';

export interface ShowThemeOptions {
  readonly root: HTMLElement;
  readonly page: Pick<Window, 'matchMedia'>;
  /** `LIGHT_MODE`, `DARK_MODE`, else as the device is set. */
  readonly theme: string;
  /** One over the other, over the default. */
  readonly changes: readonly unknown[];
}

export interface ShownTheme {
  /** `null` for our own. */
  readonly brandName: string | null;
  /** A picture in itself; `null` for none. */
  readonly logo: string | null;
  /** Stops following the device. */
  readonly stop: () => void;
}

/** Sets the properties one by one, which the strictest policy allows, and follows the device. */
export function showTheme({ root, page, theme, changes }: ShowThemeOptions): ShownTheme {
  const look = changes.reduce<Theme>(readTheme, DEFAULT_THEME);
  const isDark = page.matchMedia('(prefers-color-scheme: dark)');

  function apply(): void {
    for (const [name, value] of listProperties(look, schemeOf(theme))) {
      if (value === null) root.style.removeProperty(name);
      else root.style.setProperty(name, value);
    }
  }

  function schemeOf(mode: string): 'light' | 'dark' {
    if (mode === 'DARK_MODE') return 'dark';
    if (mode === 'LIGHT_MODE') return 'light';
    return isDark.matches ? 'dark' : 'light';
  }

  apply();
  isDark.addEventListener('change', apply);
  return {
    brandName: look.brandName === DEFAULT_THEME.brandName ? null : look.brandName,
    logo: look.logo,
    stop: () => {
      isDark.removeEventListener('change', apply);
    },
  };
}
