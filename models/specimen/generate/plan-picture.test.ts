import { describe, expect, it } from 'vitest';
import { CARD } from '../card/card-layout.js';
import { DOCUMENT_KINDS } from '../document/draw-document.js';
import { placeCorners } from '../scene/place-card.js';
import { ONE_FAULTS } from './plan-one-fault.js';
import { planPicture, type FaultSet } from './plan-picture.js';
import { FORGERIES } from './plan-forgery.js';
import { REFUSALS } from './plan-refusal.js';

const FRAME = { width: 1600, height: 1200 };
const SEEDS = Array.from({ length: 160 }, (_, index) => 1_000_000 + index);

const plan = (seed: number, faults: FaultSet) => planPicture(seed, faults, FRAME.width);

/** Corners before the picture is turned; `null` where the card is not photographed on a desk. */
function cornersOf(seed: number, faults: FaultSet) {
  const { setting } = plan(seed, faults).scene;
  return setting.kind === 'desk' ? placeCorners(CARD, setting.pose, FRAME) : null;
}

const isInFrame = ({ x, y }: { x: number; y: number }) =>
  x >= 0 && y >= 0 && x <= FRAME.width && y <= FRAME.height;

describe('planPicture', () => {
  it('plans the same picture for the same seed', () => {
    expect(plan(SEEDS[3]!, 'many')).toEqual(plan(SEEDS[3]!, 'many'));
    expect(plan(SEEDS[3]!, 'many')).not.toEqual(plan(SEEDS[4]!, 'many'));
  });

  it.each([
    ['one', ONE_FAULTS],
    ['refuse', REFUSALS],
    ['forged', FORGERIES],
    ['other', DOCUMENT_KINDS],
  ] as const)('takes every condition of %s in turn', (faults, conditions) => {
    const planned = SEEDS.slice(0, conditions.length).map((seed) => plan(seed, faults).condition);
    expect(planned.toSorted()).toEqual([...conditions].toSorted());
  });

  it.each(['none', 'one', 'many', 'forged'] as const)(
    'keeps the whole card in the frame: %s',
    (faults) => {
      for (const seed of SEEDS) {
        for (const corner of cornersOf(seed, faults) ?? []) expect(isInFrame(corner)).toBe(true);
      }
    },
  );

  it('leaves a good part of a cropped card out', () => {
    const cropped = SEEDS.filter((seed) => plan(seed, 'refuse').condition === 'cropped');
    expect(cropped.length).toBeGreaterThan(9);
    for (const seed of cropped) {
      const outside = cornersOf(seed, 'refuse')!.filter((corner) => !isInFrame(corner));
      expect(outside.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('makes several faults at once as hard as the bar says', () => {
    for (const seed of SEEDS) {
      const { setting, picture, file } = plan(seed, 'many').scene;
      const kinds = picture.map(({ kind }) => kind);
      expect(setting.kind === 'desk' && setting.pose.reach).toBeGreaterThanOrEqual(0.36);
      expect(setting.kind === 'desk' && setting.pose.reach).toBeLessThanOrEqual(0.62);
      expect(kinds).toEqual(expect.arrayContaining(['shadow', 'colour-cast', 'glare', 'noise']));
      expect(kinds.filter((kind) => kind === 'blur' || kind === 'shake')).toHaveLength(1);
      expect(file.jpegQuality).toBeGreaterThanOrEqual(32);
      expect(file.jpegQuality).toBeLessThanOrEqual(60);
    }
  });

  it('cuts colour prints from paper, and no other forgery', () => {
    for (const seed of SEEDS) {
      const { condition, scene } = plan(seed, 'forged');
      const isPaper = scene.setting.kind === 'desk' && scene.setting.isPaper === true;
      expect(isPaper).toBe(condition === 'colour-print');
    }
  });

  it('shows single faults upright and in every other orientation', () => {
    const turns = new Set(SEEDS.map((seed) => plan(seed, 'one').scene.quarterTurns));
    expect([...turns].toSorted()).toEqual([0, 1, 2, 3]);
  });
});
