import { expect, it } from 'vitest';
import { drawCurve } from './draw-curve.js';

const CSV =
  'seconds,seen,loss,wrong,missed\n60,100,2.5,0.9,1\n120,200,1.1,0.1,0.5\n240,400,0.4,0,0.1\n';

it('a training is drawn figure by figure over its minutes, without what is no share', () => {
  const svg = drawCurve('Lines', CSV);
  expect(svg.match(/<polyline/g)).toHaveLength(2);
  for (const name of ['wrong', 'missed', 'minutes of computing']) expect(svg).toContain(name);
  expect(svg).not.toContain('loss');
  // A quarter, a half and all of the way to the right; the lower edge stands for none.
  const [first = '', last = ''] =
    /points="([^"]*)"/.exec(svg)?.[1]?.split(' ').toSpliced(1, 1) ?? [];
  expect(first).toMatch(/^241,/);
  expect(last).toBe('736,390');
});

it('a training that has only begun is drawn too', () => {
  expect(drawCurve('Lines', 'seconds,seen,loss,wrong\n')).toContain('<polyline points=""');
});
