import { describe, expect, it } from 'vitest';
import type { FoundFace } from './found-face.js';
import { createFaceWatch, type FacesMessage } from './watch-faces.js';

const VIEW = { width: 1, height: 1, data: new Uint8Array(1) };
const FACE: FoundFace = {
  score: 2,
  centreX: 0.5,
  centreY: 0.5,
  width: 0.5,
  turn: 0,
  drop: 0.5,
  tilt: 0,
};

function setUp() {
  const clock = { now: 0 };
  const port: Pick<MessagePort, 'postMessage' | 'onmessage'> & { asked: number } = {
    asked: 0,
    onmessage: null,
    postMessage() {
      this.asked += 1;
    },
  };
  const watch = createFaceWatch(port, () => clock.now);
  const answer = (data: FacesMessage) => {
    port.onmessage?.call({} as MessagePort, { data } as MessageEvent<FacesMessage>);
  };
  const lookAt = (now: number) => {
    clock.now = now;
    return watch(VIEW);
  };
  return { port, answer, lookAt, clock };
}

describe('createFaceWatch', () => {
  it('says nothing until faces were looked for, then what was found', () => {
    const { lookAt, answer } = setUp();
    expect(lookAt(0)).toBeNull();
    answer([FACE]);
    expect(lookAt(33)).toEqual([FACE]);
  });

  it('asks for one view at a time, and four times a second at most', () => {
    const { lookAt, answer, port, clock } = setUp();
    lookAt(0);
    lookAt(33);
    expect(port.asked).toBe(1);
    clock.now = 40;
    answer([]);
    lookAt(240);
    expect(port.asked).toBe(1);
    lookAt(250);
    expect(port.asked).toBe(2);
  });

  it('rests twice as long as a slow phone took', () => {
    const { lookAt, answer, port, clock } = setUp();
    lookAt(0);
    clock.now = 400;
    answer([]);
    lookAt(1_190);
    expect(port.asked).toBe(1);
    lookAt(1_200);
    expect(port.asked).toBe(2);
  });

  it('forgets faces that were seen too long ago, as when nobody answers any more', () => {
    const { lookAt, answer } = setUp();
    lookAt(0);
    answer([FACE]);
    expect(lookAt(1_400)).toEqual([FACE]);
    expect(lookAt(1_600)).toBeNull();
  });

  it('asks no more once it was told that nobody will answer', () => {
    const { lookAt, answer, port } = setUp();
    lookAt(0);
    answer(null);
    expect(lookAt(5_000)).toBeNull();
    expect(port.asked).toBe(1);
  });
});
