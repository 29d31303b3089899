import { describe, expect, it } from 'vitest';
import { isEmbedOrigin } from './embedding.js';

describe('an origin that may embed the capture app', () => {
  it.each([
    'https://shop.example',
    'https://shop.example:8443',
    'https://xn--bcher-kva.example',
    'https://203.0.113.7',
    'https://[2001:db8::1]',
    'http://localhost:8090',
    'http://127.0.0.1:8090',
    'http://[::1]',
  ])('is %s', (origin) => {
    expect(isEmbedOrigin(origin)).toBe(true);
  });

  // Some of these are origins to `URL`, and would open the directive that they are written into.
  it.each([
    'https://*',
    'https://*.example',
    'https://a;b',
    "https://a,'self'",
    'https://a b',
    'https://shop.example/',
    'https://shop.example:443',
    'https://SHOP.example',
    'https://user@shop.example',
    'http://shop.example',
    'http://localhost.evil.example',
    'null',
    'file://',
    '',
  ])('is not %j', (origin) => {
    expect(isEmbedOrigin(origin)).toBe(false);
  });
});
