import { describe, expect, it } from 'vitest';
import { abilitiesOf, keepFocus, setTorch } from './camera-abilities.js';

function trackThat(capabilities: object | null, isWilling = true) {
  const asked: MediaTrackConstraints[] = [];
  const track = {
    ...(capabilities !== null && { getCapabilities: () => capabilities }),
    applyConstraints(constraints: MediaTrackConstraints) {
      asked.push(constraints);
      return isWilling
        ? Promise.resolve()
        : Promise.reject(new DOMException('no', 'OverconstrainedError'));
    },
  } as unknown as MediaStreamTrack;
  return { track, asked };
}

describe('abilitiesOf', () => {
  it('knows a light only where the camera names one', () => {
    expect(abilitiesOf(trackThat({ torch: true }).track)).toEqual({ hasTorch: true });
    expect(abilitiesOf(trackThat({ torch: false }).track)).toEqual({ hasTorch: false });
    expect(abilitiesOf(trackThat({}).track)).toEqual({ hasTorch: false });
  });

  it('knows none in a browser that does not tell, and of no camera', () => {
    expect(abilitiesOf(trackThat(null).track)).toEqual({ hasTorch: false });
    expect(abilitiesOf(undefined)).toEqual({ hasTorch: false });
  });
});

describe('setTorch', () => {
  it('switches the light and says whether the camera did', async () => {
    const willing = trackThat({ torch: true });
    expect(await setTorch(willing.track, true)).toBe(true);
    expect(willing.asked).toEqual([{ advanced: [{ torch: true }] }]);
    expect(await setTorch(trackThat({ torch: true }, false).track, true)).toBe(false);
  });
});

describe('keepFocus', () => {
  it('asks for it where the camera can', async () => {
    const { track, asked } = trackThat({ focusMode: ['manual', 'continuous'] });
    expect(await keepFocus(track)).toBe(true);
    expect(asked).toEqual([{ advanced: [{ focusMode: 'continuous' }] }]);
  });

  it('asks no camera for what it does not name', async () => {
    const { track, asked } = trackThat({ focusMode: ['manual'] });
    expect(await keepFocus(track)).toBe(false);
    expect(await keepFocus(undefined)).toBe(false);
    expect(asked).toEqual([]);
  });
});
