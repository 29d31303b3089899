/**
 * Lines for training our recogniser are drawn in these besides Arimo, which has Arial's shapes, so that
 * it learns letters and not the strokes of a typeface: with serifs and without, narrow, and of one
 * width. The first two are met in the other data sets too.
 */
const TRAINED = [
  'roboto',
  'open-sans',
  'inter',
  'archivo',
  'libre-franklin',
  'public-sans',
  'work-sans',
  'cabin',
  'barlow',
  'rubik',
  'mulish',
  'dm-sans',
  'karla',
  'titillium-web',
  'roboto-condensed',
  'archivo-narrow',
  'merriweather',
  'lora',
  'tinos',
  'roboto-slab',
  'cousine',
  'roboto-mono',
  'jetbrains-mono',
] as const;

/** What our recogniser is judged on as print that it was not shown. Nothing is to be trained on them. */
export const UNSHOWN_TYPEFACES = [
  'lato',
  'source-sans-3',
  'ibm-plex-sans',
  'fira-sans',
  'pt-serif',
  'source-serif-4',
  'ibm-plex-mono',
  'courier-prime',
] as const;

/** Names of packages under `@fontsource`, all under open licences (OFL-1.1, Roboto Slab Apache-2.0). */
export type CardTypeface = 'arimo' | (typeof TRAINED)[number] | (typeof UNSHOWN_TYPEFACES)[number];

/** Each as often as lines for training have it: two of five in the card's own. */
export const TRAINING_TYPEFACES: readonly CardTypeface[] = [
  ...Array.from({ length: 16 }, () => 'arimo' as const),
  ...TRAINED,
];
