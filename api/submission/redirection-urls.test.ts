import { expect, it } from 'vitest';
import { partnerSettings } from '../../contract/schema/partner-settings.js';
import { findForeignRedirectionUrls } from './redirection-urls.js';

const settings = partnerSettings.parse({
  redirectOrigins: ['https://acme.example', 'http://127.0.0.1:8090'],
  successRedirectionUrl: 'https://shop.acme.example/done',
});
const body = { flow: 'KTP_SCAN', source: 'WEB_SDK' } as const;

it.each([
  'https://acme.example/any/path?with=query',
  'http://127.0.0.1:8090/return',
  'https://shop.acme.example/elsewhere',
])('a browser may be sent to %s, which is registered', (url) => {
  expect(findForeignRedirectionUrls({ ...body, successRedirectionUrl: url }, settings)).toEqual([]);
});

it.each([
  'https://evil.example/',
  'http://acme.example/',
  'https://acme.example:444/',
  'https://acme.example.evil.example/',
  'https://acme.example@evil.example/',
  'http://127.0.0.1/',
])('but not to %s', (url) => {
  const found = findForeignRedirectionUrls({ ...body, failureRedirectionUrl: url }, settings);
  expect(found).toMatchObject([
    { code: '1540', cause: 'INVALID_FAILURE_REDIRECTION_URL', field: 'failureRedirectionUrl' },
  ]);
  expect(JSON.stringify(found)).not.toContain('evil');
});
