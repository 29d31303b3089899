import { expect, it } from 'vitest';
import { toSign } from '../../card/card-sign.js';
import { assessQuality } from './assess-quality.js';

it('claims nothing that was not measured', () => {
  expect(assessQuality([])).toEqual({});
  expect(assessQuality([toSign('darkness', 1, 0.5)])).toEqual({});
  expect(assessQuality([toSign('glare', 0, 1), toSign('screen', 900, 300)])).toEqual({
    glare: 'PASS',
    screen: 'FAIL',
  });
});

it('counts a shaken picture as a blurred one, whichever was measured first', () => {
  const [sharp, shaken] = [toSign('blur', 0.2, 0.8), toSign('motion', 0.9, 0.55)];
  expect(assessQuality([sharp, shaken])).toEqual({ blur: 'FAIL' });
  expect(assessQuality([shaken, sharp])).toEqual({ blur: 'FAIL' });
});

it('counts a colour print as a copy, and a pasted portrait as no quality', () => {
  const [copy, print] = [toSign('photocopy', 0.5, 0.96), toSign('print', 0.9, 0.7)];
  expect(assessQuality([copy, print])).toEqual({ photocopy: 'FAIL' });
  expect(assessQuality([copy, toSign('pasting', 5, 2)])).toEqual({ photocopy: 'PASS' });
});
