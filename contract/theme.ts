/** Colours of one scheme, as `#rrggbb`. */
export interface ThemeColours {
  /** Buttons, links and drawings. */
  readonly accent: string;
  /** Text on buttons. */
  readonly onAccent: string;
  /** Behind the text. */
  readonly surface: string;
  readonly ink: string;
  /** The present step, the ring of the focus, ornaments. */
  readonly highlight: string;
}

/** Families that devices have: a font of the partner's would be a request to somebody else. */
export const ThemeFont = {
  SYSTEM: 'SYSTEM',
  HUMANIST: 'HUMANIST',
  GEOMETRIC: 'GEOMETRIC',
  ROUNDED: 'ROUNDED',
  SERIF: 'SERIF',
} as const;
export type ThemeFont = (typeof ThemeFont)[keyof typeof ThemeFont];

export interface Theme {
  readonly light: ThemeColours;
  readonly dark: ThemeColours;
  readonly font: ThemeFont;
  /** Of buttons, in pixels. */
  readonly radius: number;
  readonly brandName: string;
  /** Shown in place of the name: a picture in itself, see `LOGO`; `null` for none. */
  readonly logo: string | null;
}

type ColourChange = { readonly [Name in keyof ThemeColours]?: string | undefined };

/** What a partner or a launch changes; the rest is the default's. */
export interface ThemeChange {
  readonly light?: ColourChange | undefined;
  readonly dark?: ColourChange | undefined;
  readonly font?: ThemeFont | undefined;
  readonly radius?: number | undefined;
  readonly brandName?: string | undefined;
  readonly logo?: string | undefined;
}

/** Half the height of a button: rounder it cannot be. */
export const MAX_RADIUS = 26;
/** As many as fit beside the language on a screen of 320 px. */
export const MAX_BRAND_NAME = 30;
/**
 * A PNG or a WebP as a `data:` address, told by its first bytes as well: nothing is fetched for it,
 * from nobody, and it can hold no script.
 */
export const LOGO = /^data:image\/(png;base64,iVBORw0KGgo|webp;base64,UklGR)[A-Za-z0-9+/]+={0,2}$/;
/** 24 KB of picture; it comes with the answer that opens a session. */
export const MAX_LOGO_LENGTH = 32_768;
export const HEX_COLOUR = /^#[0-9a-f]{6}$/i;

/** The same as in `web/src/app.css` and in the Web SDK; tests compare them. */
export const DEFAULT_THEME: Theme = {
  light: {
    accent: '#0b5a57',
    onAccent: '#ffffff',
    surface: '#fffdf9',
    ink: '#15242a',
    highlight: '#e0971a',
  },
  dark: {
    accent: '#5fd0c3',
    onAccent: '#05211f',
    surface: '#131f24',
    ink: '#eef3f0',
    highlight: '#f3b23f',
  },
  font: 'SYSTEM',
  radius: 14,
  brandName: 'Kenali',
  logo: null,
};

/** `change` over `base`: what it leaves out stays. */
export function changeTheme(base: Theme, change: ThemeChange): Theme {
  return {
    light: changeColours(base.light, change.light),
    dark: changeColours(base.dark, change.dark),
    font: change.font ?? base.font,
    radius: change.radius ?? base.radius,
    brandName: change.brandName ?? base.brandName,
    logo: change.logo ?? base.logo,
  };
}

function changeColours(base: ThemeColours, change: ColourChange = {}): ThemeColours {
  return {
    accent: change.accent ?? base.accent,
    onAccent: change.onAccent ?? base.onAccent,
    surface: change.surface ?? base.surface,
    ink: change.ink ?? base.ink,
    highlight: change.highlight ?? base.highlight,
  };
}
