import { describe, expect, it } from 'vitest';
import { createSessionId, readLaunchUrl } from './launch-url.js';

describe('readLaunchUrl', () => {
  it('takes the public id from the path and the token from the fragment', () => {
    expect(readLaunchUrl({ pathname: '/s/pub-1', hash: '#t=abc_-123' })).toEqual({
      publicId: 'pub-1',
      launchToken: 'abc_-123',
      handoffCode: null,
    });
  });

  it('takes the code of a QR picture from the fragment', () => {
    expect(readLaunchUrl({ pathname: '/s/pub-1', hash: '#h=abc_-123' })).toEqual({
      publicId: 'pub-1',
      launchToken: null,
      handoffCode: 'abc_-123',
    });
  });

  it.each(['', '#', '#t=', '#h=', '#other=1'])('finds no token in "%s"', (hash) => {
    expect(readLaunchUrl({ pathname: '/s/pub-1/', hash })).toMatchObject({
      launchToken: null,
      handoffCode: null,
    });
  });

  it.each(['/', '/s/', '/s/a/b', '/x/a'])('finds no public id in %s', (pathname) => {
    expect(readLaunchUrl({ pathname, hash: '' }).publicId).toBe('');
  });
});

describe('createSessionId', () => {
  it('is random and new every time', () => {
    const [one, other] = [createSessionId(crypto), createSessionId(crypto)];
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(one).not.toBe(other);
  });
});
