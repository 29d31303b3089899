import { describe, expect, it } from 'vitest';
import { badgeName } from './badge-name.js';

describe('the name on a badge', () => {
  it.each([
    ['MELATI IMAJINERI KERTAJAYA', 'FULL', 'Melati Imajineri Kertajaya'],
    ['MELATI IMAJINERI KERTAJAYA', 'FIRST', 'Melati K.'],
    ['MELATI IMAJINERI KERTAJAYA', 'INITIALS', 'M. I. K.'],
    ['  SUKARNO ', 'FIRST', 'Sukarno'],
    ['', 'FIRST', ''],
  ] as const)('%j printed %s is %j', (name, style, printed) => {
    expect(badgeName(name, style)).toBe(printed);
  });
});
