import { describe, expect, it } from 'vitest';
import { createRepeatKey, createSessionId, readLaunchUrl } from './launch-url.js';

const ADDRESS = { pathname: '/s/pub-1', search: '', hash: '' };

describe('readLaunchUrl', () => {
  it('takes the public id from the path and the token from the fragment', () => {
    expect(readLaunchUrl({ ...ADDRESS, hash: '#t=abc_-123' })).toEqual({
      publicId: 'pub-1',
      launchToken: 'abc_-123',
      handoffCode: null,
      embedOrigin: null,
    });
  });

  it('takes the code of a QR picture from the fragment', () => {
    expect(readLaunchUrl({ ...ADDRESS, hash: '#h=abc_-123' })).toEqual({
      publicId: 'pub-1',
      launchToken: null,
      handoffCode: 'abc_-123',
      embedOrigin: null,
    });
  });

  it.each(['', '#', '#t=', '#h=', '#other=1'])('finds no token in "%s"', (hash) => {
    expect(readLaunchUrl({ ...ADDRESS, pathname: '/s/pub-1/', hash })).toMatchObject({
      launchToken: null,
      handoffCode: null,
    });
  });

  it.each(['/', '/s/', '/s/a/b', '/x/a'])('finds no public id in %s', (pathname) => {
    expect(readLaunchUrl({ ...ADDRESS, pathname }).publicId).toBe('');
  });

  it('takes the origin of the page around from the query, and nothing else for one', () => {
    const embedOrigin = (search: string) => readLaunchUrl({ ...ADDRESS, search }).embedOrigin;
    expect(embedOrigin('?embed=https%3A%2F%2Fshop.example')).toBe('https://shop.example');
    for (const wrong of ['', '?embed=', '?embed=*', '?embed=null', '?embed=https://a.b/c']) {
      expect(embedOrigin(wrong)).toBeNull();
    }
  });
});

describe('createSessionId', () => {
  it('is random and new every time', () => {
    const [one, other] = [createSessionId(crypto), createSessionId(crypto)];
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(one).not.toBe(other);
  });
});

describe('createRepeatKey', () => {
  it('is of the form of a one-time token, random and new every time', () => {
    const keys = new Set(Array.from({ length: 20 }, () => createRepeatKey(crypto)));
    expect(keys.size).toBe(20);
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
