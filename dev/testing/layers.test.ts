import { describe, expect, it } from 'vitest';
import { LAYERS, parseTestArguments, SYSTEM_PACKAGES_FLAG } from './layers.js';

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
