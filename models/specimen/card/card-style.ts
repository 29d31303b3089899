import type { FontWeight } from './card-font.js';
import type { CardTypeface } from './card-typeface.js';

/** The rows between the NIK and the foot, from top to bottom. */
export const FIELD_ROWS = [
  'name',
  'birth',
  'gender',
  'address',
  'rtRw',
  'kelurahan',
  'kecamatan',
  'religion',
  'maritalStatus',
  'occupation',
  'citizenship',
  'validUntil',
] as const;

export type FieldRow = (typeof FIELD_ROWS)[number];

/** How one series of cards is printed. Fractions are of the card's width or height. */
export interface CardStyle {
  readonly typeface: CardTypeface;
  readonly labels: Readonly<Record<FieldRow | 'bloodType', string>>;
  readonly columns: CardColumns;
  readonly rows: CardRows;
  /** In pixels of the drawn card. */
  readonly sizes: {
    readonly value: number;
    readonly label: number;
    readonly header: number;
    readonly issue: number;
  };
  readonly weights: { readonly value: FontWeight; readonly label: FontWeight };
  /** Between letters of values, in parts of the font size. */
  readonly letterSpacing: number;
  /** Of all letters, 1 as designed. */
  readonly squeeze: number;
  /** Whether a long name or address goes on in a second line, or is squeezed into one. */
  readonly wrapsLongValues: boolean;
  readonly nik: NikStyle;
  readonly portrait: Portrait;
  /** Who is drawn where no photograph is given; a grey silhouette unless said. */
  readonly portraitLook?: PortraitLook;
  readonly ink: string;
  readonly palette: CardPalette;
  readonly marks: CardMarks;
}

interface CardColumns {
  readonly label: number;
  readonly indentedLabel: number;
  readonly colon: number;
  readonly value: number;
  readonly bloodLabel: number;
  readonly bloodColon: number;
  readonly bloodValue: number;
  /** Right edge of the longest value, before the portrait. */
  readonly valueEnd: number;
}

interface CardRows {
  readonly province: number;
  readonly city: number;
  readonly nik: number;
  /** The name's; the others follow at `pitch`. */
  readonly first: number;
  readonly pitch: number;
  readonly placeOfIssue: number;
  readonly dateOfIssue: number;
  readonly signature: number;
}

interface NikStyle {
  readonly face: 'ocr-a' | 'bold';
  readonly labelX: number;
  readonly colonX: number;
  readonly digitsX: number;
  /** Pixels per unit of the OCR-A strokes. */
  readonly scale: number;
  /** In units of the OCR-A strokes. */
  readonly strokeWidth: number;
}

/** The drawn person; without hair it is a plain silhouette. */
export interface PortraitLook {
  readonly skin: string;
  readonly hair: string | null;
  /** A headscarf has the colour given for hair. */
  readonly head: 'short-hair' | 'long-hair' | 'headscarf';
  readonly shirt: string | null;
}

/** In pixels of the drawn card. */
export interface Portrait {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CardPalette {
  /** Upper left, middle, lower right. */
  readonly sheet: readonly [string, string, string];
  readonly islands: string;
  readonly waves: string;
  readonly lettering: string;
  /** Of waves and lettering, 1 as on a new card. */
  readonly strength: number;
}

/** Where the card says that it is drawn. One of them is always there. */
interface CardMarks {
  readonly inCorners: boolean;
  readonly atFoot: boolean;
  readonly onPortrait: boolean;
  /** Of the large word under the text. */
  readonly wordOpacity: number;
}
