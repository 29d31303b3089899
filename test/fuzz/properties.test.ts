import { describe, expect, it } from 'vitest';
import { expectSilent, PERSONAL } from './properties.js';

describe('expectSilent', () => {
  it.each<[string, Error]>([
    ['in its message', new Error(`read ${PERSONAL}`)],
    ['in a member', Object.assign(new Error('no'), { value: PERSONAL })],
    ['in its cause', new Error('no', { cause: new Error(PERSONAL) })],
    ['in what caused its cause', new Error('no', { cause: new Error('no', { cause: PERSONAL }) })],
  ])('hears an error that tells %s', (_where, error) => {
    expect(() => {
      expectSilent(error);
    }).toThrow();
  });

  it('passes an error that tells nothing', () => {
    expectSilent(new Error('no', { cause: new Error('neither') }));
  });
});
