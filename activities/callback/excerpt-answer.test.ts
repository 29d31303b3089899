import { describe, expect, it } from 'vitest';
import { excerptAnswer } from './excerpt-answer.js';

/** Invented; the area code does not exist. */
const NIK = '9901010101010001';
const KNOWN = ['user+1@Contoh', 'sesi-7', 'BUDI "BUD" CONTOH', 'Bearer s3cr3t/key', NIK, 'O'];

describe('the excerpt of a refusing answer', () => {
  it.each([
    ['a plain reason', 'signature does not match', 'signature does not match'],
    ['lines and tabs', 'no\r\n\tsuch  route', 'no such route'],
    ['control characters', 'a\u0000b\u001b[31mc\u202e', 'ab[31mc'],
    ['broken encoding', 'caf\uFFFDe', 'cafe'],
    ['a NIK', `nik ${NIK}!`, 'nik […]!'],
    ['a grouped NIK', 'nik 9901 0101-0101.0002!', 'nik […]!'],
    ['digits of another script', '\u0661\u0662\u0663\u0664', '[…]'],
    ['digits kept apart', 'nik 9901,01_01:01 - 01/0001', 'nik […]'],
    ['digits in circles', '①②③④⑤', '[…]'],
    ['full-width digits', '９９０１０１', '[…]'],
    ['digits escaped for HTML', '&#57;&#57;&#48;&#49;', '[…]'],
    ['digits escaped for JSON', '\\u0039\\u0039\\u0030\\u0031', '[…]'],
    ['an escaped e-mail address', 'ibu%40surat.example', '[…]'],
    ['a secret as PHP writes it', 'Bearer s3cr3t\\/key', '[…]'],
    ['a date', 'born 31/01/1990', 'born […]'],
    ['digits with an invisible character between', '99\u200b01\u200b01', '[…]'],
    ['a status and a short number', 'HTTP 500: row 12', 'HTTP 500: row 12'],
    ['an e-mail address', 'write to <ibu.contoh@surat.example>', 'write to <[…]>'],
    ['the user id', 'unknown user+1@contoh', 'unknown […]'],
    ['the user id in a URL', '/u/user%2B1%40Contoh/x', '/u/[…]/x'],
    ['the session id', 'sesi-7 is closed', '[…] is closed'],
    ['a name', 'BUDI "BUD" CONTOH', '[…]'],
    ['a name in JSON', '{"n":"BUDI \\"BUD\\" CONTOH"}', '{"n":"[…]"}'],
    ['a name in HTML', '<p>BUDI &#34;BUD&#34; CONTOH', '<p>[…]'],
    ['a name over two lines, in other letters', 'Budi\n"bud" contoh', '[…]'],
    ['one word of a name', 'Hello Budi.', 'Hello […].'],
    ['a word that only begins like a name', 'Budiman', 'Budiman'],
    ['a secret of ours', 'got Bearer s3cr3t/key', 'got […]'],
    ['a blood type among other letters', 'NO ROOM', 'NO ROOM'],
  ])('is safe with %s', (_case, text, expected) => {
    expect(excerptAnswer(text, KNOWN)).toBe(expected);
  });

  it('is 200 characters long, cut after the redaction', () => {
    expect(excerptAnswer('x'.repeat(300), [])).toBe('x'.repeat(200));
    expect(excerptAnswer(`${'x '.repeat(95)}${NIK} end`, [NIK])).toBe(`${'x '.repeat(95)}[…] end`);
  });

  /**
   * The patterns cannot run away: an address is sought from a character on for 64 at most, a step of
   * a number takes a digit each, and known values are alternatives of plain letters. A pattern that
   * could would not end here before the layer's own limit.
   */
  it.each([
    ['a', 'a'.repeat(200)],
    ['1 ', '[…]'],
    ['@', '@'.repeat(200)],
    ['a.', 'a.'.repeat(100)],
    ['BUDI ', '[…] '.repeat(50)],
  ])('is made of 16,384 times “%s” too', (unit, expected) => {
    expect(excerptAnswer(unit.repeat(16_384), KNOWN)).toBe(expected);
  });
});
