import { describe, expect, it } from 'vitest';
import { describeError } from './describe-error.js';

describe('describeError', () => {
  it('keeps the name and the place of an error and drops its message', () => {
    const described = describeError(new RangeError('NAMA CONTOH\nat the second line:1:1'));
    expect(described.name).toBe('RangeError');
    expect(described.frames[0]).toContain('describe-error.test.ts');
    expect(JSON.stringify(described)).not.toContain('CONTOH');
  });

  it('says only the type of what is thrown besides errors', () => {
    expect(describeError('NAMA CONTOH')).toEqual({ name: 'string', frames: [] });
  });
});
