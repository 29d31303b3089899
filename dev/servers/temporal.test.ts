import { describe, expect, it } from 'vitest';
import { rejectTemporalVersion } from './temporal.js';

describe('rejectTemporalVersion', () => {
  it('accepts a server that knows update-with-start', () => {
    expect(rejectTemporalVersion('temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)')).toBeNull();
    expect(rejectTemporalVersion('temporal version 9.0.0 (Server 2.0.0, UI 3.0.0)')).toBeNull();
  });

  it('rejects an older one and says which it is', () => {
    expect(rejectTemporalVersion('temporal version 1.1.0 (Server 1.25.0, UI 2.30)')).toMatch(
      /1\.25/,
    );
  });

  it('rejects another program of the same name', () => {
    expect(rejectTemporalVersion('')).toMatch(/cannot be read/);
  });
});
