import { describe, expect, it } from 'vitest';
import { canCaptureHere, needsPhone, partOf } from './device.js';

const NO = { allowed: false, forced: false };
const ALLOWED = { allowed: true, forced: false };
const FORCED = { allowed: true, forced: true };

describe('the truth table of Smart QR', () => {
  it.each([
    [NO, true, false],
    [NO, false, false],
    [ALLOWED, true, false],
    [ALLOWED, false, true],
    [FORCED, true, true],
    [FORCED, false, true],
    // The service tells forceQr without allowQr like this; an older one may not.
    [{ allowed: false, forced: true }, true, true],
  ])('%o, camera %s: phone %s', (qr, hasCamera, isPhoneNeeded) => {
    const part = partOf({ role: 'PRIMARY', qr });
    expect(needsPhone({ part, hasCamera }, false)).toBe(isPhoneNeeded);
  });

  it('asks a phone that took over for no further phone', () => {
    const part = partOf({ role: 'HANDOFF', qr: FORCED });
    expect(needsPhone({ part, hasCamera: false }, false)).toBe(false);
  });
});

describe('needsPhone', () => {
  it.each([
    ['MAY_HAND_OVER', false],
    ['MUST_HAND_OVER', true],
  ] as const)('%s, without a camera, of who has begun here: %s', (part, isNeeded) => {
    expect(needsPhone({ part, hasCamera: false }, true)).toBe(isNeeded);
  });
});

describe('canCaptureHere', () => {
  it.each([
    ['MAY_HAND_OVER', true, false, true],
    ['MAY_HAND_OVER', false, false, false],
    ['MAY_HAND_OVER', false, true, true],
    ['MUST_HAND_OVER', true, true, false],
  ] as const)('%s, camera %s, begun %s: %s', (part, hasCamera, isBegun, can) => {
    expect(canCaptureHere({ part, hasCamera }, isBegun)).toBe(can);
  });
});
