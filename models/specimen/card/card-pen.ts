import type { CardFont } from './card-font.js';
import type { CardStyle } from './card-style.js';

/** What the text of a card is drawn with. */
export interface CardPen {
  readonly style: CardStyle;
  readonly font: CardFont;
}
