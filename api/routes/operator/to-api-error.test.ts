import { expect, it } from 'vitest';
import { AdministrationError } from '../../../administration/administration-error.js';
import { toApiError } from './to-api-error.js';

it('an operator is told what is away, and when to ask again', () => {
  const cause = new Error('for the log');
  const problems = [{ field: null, message: 'Temporal does not answer.' }];
  const refused = new AdministrationError('UNAVAILABLE', problems, { cause });
  expect(toApiError(refused)).toMatchObject({
    statusCode: 503,
    errors: [{ message: 'Temporal does not answer.' }],
    retryAfterSeconds: 2,
    cause,
  });
});

it('what is not a refusal stays as it is', () => {
  const error = new Error('unforeseen');
  expect(toApiError(error)).toBe(error);
});
