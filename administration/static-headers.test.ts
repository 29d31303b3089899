import { describe, expect, it } from 'vitest';
import { setCallbackBody } from '../contract/schema/operator/callback.js';
import { AdministrationError } from './administration-error.js';
import { parseInput } from './parse-input.js';
import { chooseHeaders, withoutQuery } from './static-headers.js';

const url = 'https://shop.example/callback';
const stored = { url: 'https://shop.example/old', headers: { 'x-api-key': 'k' } };

describe('the headers of an endpoint', () => {
  it('stay when none are given and the origin is the same', () => {
    expect(chooseHeaders({ url }, stored)).toEqual({ 'x-api-key': 'k' });
  });

  it('are never carried to another origin', () => {
    const moved = { url: 'https://elsewhere.example/callback' };
    expect(() => chooseHeaders(moved, stored)).toThrow(AdministrationError);
    expect(() => chooseHeaders(moved, stored)).toThrow(/another origin/);
    expect(chooseHeaders({ ...moved, headers: {} }, stored)).toEqual({});
  });

  it('hold Basic and Bearer as an authorization header', () => {
    const basic = { basic: { username: 'shop', password: 'p:w' } };
    expect(chooseHeaders({ url, authorization: basic }, null)).toEqual({
      authorization: `Basic ${Buffer.from('shop:p:w').toString('base64')}`,
    });
    expect(
      chooseHeaders({ url, headers: { a: 'b' }, authorization: { bearer: 't' } }, null),
    ).toEqual({ a: 'b', authorization: 'Bearer t' });
  });

  it('are not given twice', () => {
    const given = { url, headers: { authorization: 'x' }, authorization: { bearer: 't' } };
    expect(() => chooseHeaders(given, null)).toThrow(/not in both/);
  });

  it.each([
    ['a header that HTTP sets', { 'Content-Length': '1' }],
    ['a header that we sign with', { 'webhook-signature': 'v1,x' }],
    ['a value that would begin another header', { 'x-a': 'b\r\nx-c: d' }],
    ['a name with a blank', { 'x a': 'b' }],
    ['an empty value', { 'x-a': '' }],
  ])('are refused as %s', (_what, headers) => {
    const parse = () => parseInput(setCallbackBody, { url, headers });
    expect(parse).toThrow(AdministrationError);
    expect(parse).toThrow(/^headers/);
  });

  it('refuse a password in the address, without quoting it', () => {
    const parse = () => parseInput(setCallbackBody, { url: 'https://u:secret@shop.example/' });
    expect(parse).toThrow('url: Give user name and password as authorization');
    expect(parse).not.toThrow(/secret/);
  });
});

it('leaves the query of an address out of the audit log', () => {
  expect(withoutQuery('https://shop.example/cb?key=secret')).toBe('https://shop.example/cb?…');
  expect(withoutQuery(url)).toBe(url);
});
