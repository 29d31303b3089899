import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { WireCode } from '../contract/wire-error.js';
import { parseRequest } from './request-problems.js';

const schema = z.object({
  flow: z.enum(['KTP_SCAN']),
  headers: z.record(z.string(), z.string()).optional(),
});

function problemsOf(body: unknown) {
  const parsed = parseRequest(schema, body, WireCode.MISSING);
  return parsed.isValid ? [] : parsed.problems;
}

describe('what is wrong with a body', () => {
  it('is told by the member', () => {
    expect(problemsOf({ flow: 'LOST', headers: { accept: 1 } })).toEqual([
      { code: '1540', cause: 'INVALID_FLOW', field: 'flow' },
      { code: '1540', cause: 'INVALID_ACCEPT', field: 'headers.accept' },
    ]);
  });

  it('is told without a key that the caller made up', () => {
    const problems = problemsOf({ flow: 'KTP_SCAN', headers: { '3171011708900001': 1 } });
    expect(problems).toEqual([{ code: '1540', cause: 'INVALID_HEADERS', field: 'headers' }]);
  });
});
