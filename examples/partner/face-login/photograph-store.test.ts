import { describe, expect, it } from 'vitest';
import { createPhotographStore } from './photograph-store.js';

const JPEG = Buffer.from('ffd8ffe000', 'hex');
const PNG = Buffer.from('89504e470d0a1a0a00', 'hex');

describe('the photographs of customers', () => {
  it('are found by customer and by a name that tells nothing of them', () => {
    const photographs = createPhotographStore();
    const enrolled = photographs.enrol('user-1', JPEG);
    expect(photographs.findByUser('user-1')).toEqual(enrolled);
    expect(photographs.find(enrolled?.id ?? '')?.type).toBe('image/jpeg');
    expect(enrolled?.id).not.toContain('user-1');
    expect(photographs.findByUser('user-2')).toBeNull();
  });

  it('are replaced by a newer one, whose link is another', () => {
    const photographs = createPhotographStore();
    const first = photographs.enrol('user-1', JPEG);
    photographs.enrol('user-1', PNG);
    expect(photographs.findByUser('user-1')?.type).toBe('image/png');
    expect(photographs.find(first?.id ?? '')).toBeNull();
  });

  it.each([Buffer.from('<svg onload=alert(1)>'), Buffer.alloc(0), Buffer.from('GIF89a')])(
    'are pictures, by what they begin with',
    (bytes) => {
      expect(createPhotographStore().enrol('user-1', bytes)).toBeNull();
    },
  );
});
