import type { TextLine } from '../../card/text-line.js';
import type { Slot } from '../../ktp/layout/card-slots.js';
import { BLANK_DETAILS } from '../../ktp/fields/read-details.js';
import { lineAt } from '../../ktp/testing/text-lines.js';
import type { CardFont, TextLine as FontLine } from '../../specimen/card/card-font.js';
import type { ShownReading } from '../shown-reading.js';

const LABEL = lineAt(100, 100, 'Nama');

/** A card of one row: the name, 300 to 500 px from the left and 100 px from the top. */
export function readName(name: string, changes: Partial<ShownReading> = {}): ShownReading {
  const value: TextLine = lineAt(300, 100, 'X'.repeat(20));
  return {
    isKtp: true,
    verdict: 'PASS',
    reasonCode: null,
    ktpDetails: { ...BLANK_DETAILS, name },
    ktpConfidence: { name: 0.995 },
    fields: { name: { raw: name, value: name, reason: 'AS_READ', distance: 0, readConfidence: 1 } },
    crossChecks: {},
    signs: [],
    lines: [LABEL, value],
    slots: new Map<Slot, readonly TextLine[]>([['name', [value]]]),
    outline: null,
    timingsMs: { total: 100, detect: 40, scan: 30, inspect: 10, read: 20 },
    ...changes,
  };
}

/** Ten pixels a letter whatever the size, and a list of what was drawn. */
export function createFakeFont(): CardFont & { readonly drawn: FontLine[] } {
  const drawn: FontLine[] = [];
  return {
    drawn,
    drawText: (line) => {
      drawn.push(line);
      return '<path d="M0 0"/>';
    },
    measureText: ({ text }) => text.length * 10,
  };
}
