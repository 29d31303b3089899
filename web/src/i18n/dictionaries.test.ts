import { describe, expect, it } from 'vitest';
import { QUALITY_CODES, VERDICT_CODES } from '../../../contract/reason-code.js';
import { describeEnding } from '../screens/describe-ending.js';
import { en } from './en.js';
import { id } from './id.js';
import { chooseLocale } from './locale.js';
import { findReasonText } from './retry-reason.js';

/** Every text by its path; a text with places to fill in is filled with what its type takes. */
function listTexts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, 'function']];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no text`);
  return Object.entries(value).flatMap(([key, inner]) => listTexts(inner, `${path}.${key}`));
}

describe('dictionaries', () => {
  it('have the same texts in both languages', () => {
    const paths = (dictionary: unknown) => listTexts(dictionary).map(([path]) => path);
    expect(paths(en)).toEqual(paths(id));
    expect(paths(id).length).toBeGreaterThan(100);
  });

  it('leave no text empty', () => {
    const empty = [...listTexts(id), ...listTexts(en)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('are two languages and not one copied', () => {
    const english = new Map(listTexts(en));
    const same = listTexts(id).filter(
      ([path, text]) => text !== 'function' && english.get(path) === text,
    );
    expect(same.map(([path]) => path)).toEqual([
      '.step.SELFIE',
      '.document.KTP',
      '.document.SELFIE',
      '.camera.SELFIE.title',
    ]);
  });
});

describe('chooseLocale', () => {
  it.each([
    ['id_ID', 'en-US', 'id'],
    ['en_ID', 'id-ID', 'en'],
    ['en_US', 'id-ID', 'en'],
    ['en', 'id-ID', 'en'],
    ['fr_FR', 'en-US', 'id'],
    ['enq', 'id-ID', 'id'],
    [null, 'en-GB', 'en'],
    [null, 'id-ID', 'id'],
    [null, 'ja', 'id'],
  ] as const)('shows %s on a browser of %s in %s', (userLocale, browserLanguage, locale) => {
    expect(chooseLocale(userLocale, browserLanguage)).toBe(locale);
  });
});

describe('findReasonText', () => {
  it('has own words for a known reason', () => {
    expect(findReasonText(en.reasons, en.generalReason, 'KTP_GLARE')).toBe(en.reasons.KTP_GLARE);
  });

  it.each([null, 'A_CODE_OF_LATER', 'toString'])('has general words for %s', (code) => {
    expect(findReasonText(en.reasons, en.generalReason, code)).toBe(en.generalReason);
  });
});

describe.each([
  ['Indonesian', id],
  ['English', en],
] as const)('every reason code in %s', (_, t) => {
  /** They end the submission; whoever tries with somebody else's card learns nothing from them. */
  const endings: readonly string[] = [
    'NIK_INVALID',
    'FRAUD_REJECT',
    'UNDERAGE',
    'MAX_ATTEMPTS_REACHED',
  ];
  const askedAgain = [...QUALITY_CODES, ...VERDICT_CODES].filter((code) => !endings.includes(code));

  it.each(askedAgain)('%s has words of its own: what was wrong and what to do', (code) => {
    const { what, how } = findReasonText(t.reasons, t.generalReason, code);
    expect({ what, how }).not.toEqual(t.generalReason);
    expect(how).toMatch(/\.$/);
    // No score, no limit, no code: they help whoever tries with a copy.
    expect(`${what} ${how}`).not.toMatch(/\d|%|_|NIK/);
  });

  it('tells nobody of a card who was asked for none', () => {
    const cardless = { ...t.reasons, ...t.cardlessReasons };
    const ofFace = Object.entries(cardless).filter(([code]) => !code.includes('KTP'));
    for (const [, { what, how }] of ofFace) expect(`${what} ${how}`).not.toMatch(/KTP|kartu|card/i);
  });

  it('tells no two of them in the same words', () => {
    const texts = askedAgain.map((code) => findReasonText(t.reasons, t.generalReason, code));
    expect(new Set(texts.map(({ what }) => what)).size).toBe(askedAgain.length);
  });

  it.each(endings)('%s has none: every rejection is told alike', (code) => {
    expect(findReasonText(t.reasons, t.generalReason, code)).toBe(t.generalReason);
    const { words } = describeEnding({ status: 'COMPLETED', isAccepted: false });
    expect(t.result[words]).toBe(t.result.rejected);
  });
});
