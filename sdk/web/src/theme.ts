/** Colours of one scheme as `#rrggbb`. What is left out keeps its default. */
export interface OneKycThemeColours {
  /** Buttons, links and drawings. */
  readonly accent?: string;
  /** Text on buttons. */
  readonly onAccent?: string;
  /** Behind the text. */
  readonly surface?: string;
  /** Text. */
  readonly ink?: string;
  /** The present step, the ring of the focus, ornaments. */
  readonly highlight?: string;
}

/** How the capture app looks. Combinations that cannot be read are left out as a whole. */
export interface OneKycTheme {
  readonly light?: OneKycThemeColours;
  readonly dark?: OneKycThemeColours;
  /** One of the families that devices have: nothing is loaded from elsewhere. */
  readonly font?: 'SYSTEM' | 'HUMANIST' | 'GEOMETRIC' | 'ROUNDED' | 'SERIF';
  /** Of buttons, in pixels, 0 to 26. */
  readonly radius?: number;
  /** In place of the name: a PNG or WebP of at most 24 KB as `data:image/png;base64,…`. */
  readonly logo?: string;
  /** Shown in the head of every screen, up to 30 characters. */
  readonly brandName?: string;
}

/** The name of the KTP Scan flow's theme in the native SDKs. */
export type OneKycSelfieKTPScanFlowTheme = OneKycTheme;

/** The theme that is shown when neither the launch nor your settings name one. */
export const DefaultOneKycKTPScanFlowTheme = {
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
} as const satisfies OneKycTheme;
