import { expect, it } from 'vitest';
import { smartQrOf } from './smart-qr.js';

it.each([
  [false, false, 'OFF'],
  [false, true, 'ALWAYS'],
  [true, false, 'WITHOUT_CAMERA'],
  [true, true, 'ALWAYS'],
] as const)('allowQr %s with forceQr %s is %s', (allowQr, forceQr, mode) => {
  expect(smartQrOf({ allowQr, forceQr })).toBe(mode);
});
