import { describe, expect, it } from 'vitest';
import { paintPrint, paintView, type PaintedCard } from '../testing/paint-view.js';
import type { CardFault } from './frame-reading.js';
import { judgeCardFrame } from './judge-card-frame.js';

const SHARP = paintPrint(0);

function judge(card: PaintedCard | null, light = 1) {
  return judgeCardFrame({ whole: paintView(card, light), patch: SHARP });
}

describe('judgeCardFrame', () => {
  it.each<[string, PaintedCard]>([
    ['in the middle of the outline', {}],
    ['a little aside and turned', { x: 0.52, y: 0.48, turn: 3 }],
    ['as large as the outline', { reach: 0.86 }],
    ['darker than the desk', { paper: 60 }],
    ['upside down', { isUpsideDown: true }],
  ])('finds nothing wrong with a card %s', (_, card) => {
    const light = card.paper === undefined ? 1 : 1.5;
    expect(judge(card, light).fault).toBeNull();
  });

  it('says where the card lies, in shares of the view', () => {
    const { corners } = judge({ reach: 0.8 });
    const [upperLeft, , lowerRight] = corners!;
    expect(upperLeft.x).toBeCloseTo(0.1, 1);
    expect(lowerRight.x).toBeCloseTo(0.9, 1);
    expect(upperLeft.y + lowerRight.y).toBeCloseTo(1, 1);
  });

  it.each<[CardFault, PaintedCard | null]>([
    ['NO_CARD', null],
    ['NO_CARD', { isBlank: true }],
    ['NO_CARD', { reach: 1.4 }],
    ['CARD_FAR', { reach: 0.5 }],
    ['CARD_NEAR', { reach: 0.96 }],
    ['CARD_ASIDE', { reach: 0.72, x: 0.61 }],
    ['TILTED', { reach: 0.74, turn: 11 }],
    ['TILTED', { reach: 0.8, slant: 0.2 }],
    ['GLARE', { glare: 0.13 }],
    ['COVERED', { thumb: 170 }],
    ['COVERED', { thumb: 60 }],
    ['COVERED', { thumb: 200 }],
    ['COVERED', { finger: 130 }],
  ])('names %s of %o', (fault, card) => {
    expect(judge(card).fault).toBe(fault);
  });

  it('names the light first, since nothing else can be told without it', () => {
    expect(judge({ reach: 0.6 }, 0.2).fault).toBe('TOO_DARK');
    expect(judge({}, 1.4).fault).toBe('TOO_BRIGHT');
    expect(judge(null, 0.2).fault).toBe('TOO_DARK');
  });

  it('does not call a desk dark that is only not white', () => {
    expect(judge(null, 0.6).fault).toBe('NO_CARD');
  });

  it('names what is not sharp', () => {
    const frame = { whole: paintView({}), patch: paintPrint(12) };
    expect(judgeCardFrame(frame).fault).toBe('BLURRED');
  });

  it('says nothing about sharpness where there is no print to tell by', () => {
    const frame = { whole: paintView({}), patch: paintPrint(0, 198) };
    expect(judgeCardFrame(frame).fault).toBeNull();
  });
});
