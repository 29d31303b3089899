import { describe, expect, it } from 'vitest';
import { LAYERS, parseTestArguments, splitIntoLanes, SYSTEM_PACKAGES_FLAG } from './layers.js';

describe('parseTestArguments', () => {
  it('runs all layers unless some are named', () => {
    expect(parseTestArguments([])).toEqual(LAYERS);
  });

  it('keeps the order of layers, whatever the order of arguments', () => {
    expect(parseTestArguments(['unit', 'lint'])).toEqual(['lint', 'unit']);
  });

  it('takes the flag for system packages for no layer', () => {
    expect(parseTestArguments([SYSTEM_PACKAGES_FLAG])).toEqual(LAYERS);
    expect(parseTestArguments(['unit', SYSTEM_PACKAGES_FLAG])).toEqual(['unit']);
  });

  it('refuses a layer that does not exist, naming those that do', () => {
    expect(() => parseTestArguments(['everything'])).toThrow(/everything[^]*integration, e2e/);
  });
});

describe('splitIntoLanes', () => {
  it('leaves no layer out and takes none twice', () => {
    expect(splitIntoLanes(LAYERS).flat().sort()).toEqual([...LAYERS].sort());
  });

  it('runs layers of one lane one after the other, beside those of the other', () => {
    expect(splitIntoLanes(['unit', 'integration', 'e2e'])).toEqual([
      ['unit', 'e2e'],
      ['integration'],
    ]);
  });

  it('has one lane where the others have nothing to run', () => {
    expect(splitIntoLanes(['e2e'])).toEqual([['e2e']]);
  });
});
