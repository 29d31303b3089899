import { describe, expect, it } from 'vitest';
import { partnerTheme } from './theme.js';

const messagesOf = (given: unknown) =>
  partnerTheme.safeParse(given).error?.issues.map(({ message }) => message) ?? [];

describe('the theme of a partner', () => {
  it.each([
    {},
    { light: { accent: '#003366' } },
    { font: 'SERIF', radius: 0, brandName: 'Toko Contoh' },
    { dark: { accent: '#ffcc00', onAccent: '#000000', surface: '#101010', ink: '#ffffff' } },
  ])('takes %j', (given) => {
    expect(messagesOf(given)).toEqual([]);
  });

  it.each([
    [
      { light: { accent: '#ffee00' } },
      /^In light, onAccent on accent .* needs 4\.5: give an accent/,
    ],
    [{ light: { surface: '#808080' } }, /^In light, .* on surface .* needs 4\.5/],
    [{ dark: { accent: '#102030' } }, /^In dark, accent on surface .* give a lighter accent/m],
    [{ dark: { ink: '#555555' } }, /^In dark, ink, softened .* give a lighter ink/],
    [{ light: { accent: 'red' } }, /#rrggbb/],
    [{ light: { accent: '#fff' } }, /#rrggbb/],
    [{ light: { accent: 'url(https://evil.example)' } }, /#rrggbb/],
    [{ font: 'https://fonts.example' }, /SYSTEM/],
    [{ radius: 27 }, /26/],
    [{ brandName: 'x'.repeat(31) }, /30/],
    [{ logo: 'https://shop.example/logo.png' }, /logo/],
  ])('refuses %j and says why', (given, message) => {
    expect(messagesOf(given).join('\n')).toMatch(message);
  });
});
