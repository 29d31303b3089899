import { beforeAll, expect, inject, it } from 'vitest';
import { createOperator, type Operator } from '../../support/contract/contract-partner.js';
import { refusalsOf } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

let operator: Operator;

beforeAll(async () => {
  operator = await createOperator(inject('platform'));
});

/** Text columns take no U+0000 and uuid columns nothing but uuids. */
it.each([
  ['GET /operator/v1/partners/%00', undefined],
  ['GET /operator/v1/audit?actor=%00', undefined],
  ['GET /operator/v1/deliveries?partnerCode=%00', undefined],
  [`GET /operator/v1/deliveries?cursor=${'-'.repeat(36)}.1`, undefined],
  ['POST /operator/v1/partners', { code: 'NUL_NAME', name: 'a\u0000b' }],
])('%s is refused, not broken on', async (request, json) => {
  const [refusal] = refusalsOf(await operator.ask(request, json));
  expect(refusal).toMatch(/^40[04] /);
});
