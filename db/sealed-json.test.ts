import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal } from '../keys/seal.js';
import { openJson } from './sealed-json.js';

describe('openJson', () => {
  it('quotes nothing of what was sealed where that is no JSON', () => {
    const ring = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
    const sealed = seal(ring, Buffer.from('CONTOH'), 'here');
    const opening = (): unknown => openJson(ring, sealed, 'here');
    expect(opening).toThrow('what a sealed column holds is no JSON');
    expect(opening).not.toThrow('CONTOH');
  });
});
