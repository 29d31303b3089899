import type { TextLine } from '../../card/text-line.js';
import type { Row } from './labels.js';

/** A printed place on the card; several wire fields may come from one. */
export type Slot = Row | 'bloodType' | 'province' | 'city' | 'placeOfIssue' | 'dateOfIssue';

/** The lines of each slot in reading order, a label that is glued to its value included. */
export type CardSlots = ReadonlyMap<Slot, readonly TextLine[]>;
