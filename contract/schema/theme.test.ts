import { describe, expect, it } from 'vitest';
import { MAX_LOGO_LENGTH } from '../theme.js';
import { partnerTheme } from './theme.js';

/** As every PNG begins. */
const PNG_LOGO = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ';

const messagesOf = (given: unknown) =>
  partnerTheme.safeParse(given).error?.issues.map(({ message }) => message) ?? [];

describe('the theme of a partner', () => {
  it.each([
    {},
    { light: { accent: '#003366' } },
    { font: 'SERIF', radius: 0, brandName: 'Toko Contoh', logo: PNG_LOGO },
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
    [{ logo: 'https://shop.example/logo.png' }, /Give a logo as data:image\/png/],
    [{ logo: 'data:image/svg+xml;base64,PHN2Zz4=' }, /Give a logo as data:image\/png/],
    [{ logo: `data:image/png;base64,${btoa('<svg onload=alert(1)>')}` }, /Give a logo as/],
    [{ logo: PNG_LOGO.replace('iVBORw0KGgo', 'IVBORW0KGGO') }, /Give a logo as/],
    [{ logo: `${PNG_LOGO}${'A'.repeat(MAX_LOGO_LENGTH)}` }, /at most 24 KB/],
  ])('refuses %j and says why', (given, message) => {
    expect(messagesOf(given).join('\n')).toMatch(message);
  });
});
