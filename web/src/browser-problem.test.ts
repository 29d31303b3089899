import { describe, expect, it } from 'vitest';
import { addressElsewhere, findBrowserProblem } from './browser-problem.js';

const CHROME =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36';
const WEB_VIEW = CHROME.replace('Android 13', 'Android 13; wv');
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1';

const withoutCamera = (userAgent: string) =>
  findBrowserProblem({ isSecureContext: true, hasMediaDevices: false, userAgent });

describe('findBrowserProblem', () => {
  it.each([
    WEB_VIEW,
    `${CHROME} [FB_IAB/FB4A;FBAV/440.0.0.0;]`,
    `${CHROME} Instagram 300.0.0.0 Android`,
    `${CHROME} Line/13.0.0`,
    `${CHROME} musical_ly_2023 BytedanceWebview/d8a21c6`,
    SAFARI.replace(' Safari/604.1', ''),
  ])('sends people to their browser from a window that has no camera: %s', (userAgent) => {
    expect(withoutCamera(userAgent)).toBe('IN_APP');
  });

  it('leaves the same windows alone where they can ask for a camera', () => {
    const facts = { isSecureContext: true, hasMediaDevices: true, userAgent: WEB_VIEW };
    expect(findBrowserProblem(facts)).toBeNull();
  });

  it.each([CHROME, SAFARI])('leaves a browser alone that has none: %s', (userAgent) => {
    expect(withoutCamera(userAgent)).toBeNull();
  });

  it('tells an insecure address first, where browsers hide the camera', () => {
    const facts = { isSecureContext: false, hasMediaDevices: false, userAgent: WEB_VIEW };
    expect(findBrowserProblem(facts)).toBe('INSECURE');
  });
});

describe('addressElsewhere', () => {
  const unused = { href: 'http://kyc.example/s/abc#t=once', isUnused: true };

  it('is the link itself while it has not been used, secured where that was missing', () => {
    expect(addressElsewhere('IN_APP', unused)).toBe(unused.href);
    expect(addressElsewhere('INSECURE', unused)).toBe('https://kyc.example/s/abc#t=once');
  });

  it('is none once the link is used up', () => {
    expect(addressElsewhere('IN_APP', { ...unused, isUnused: false })).toBeNull();
  });
});
