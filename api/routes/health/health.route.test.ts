import supertest from 'supertest';
import { expect, it } from 'vitest';
import { createApiUnderTest } from '../../../test/support/api-under-test.js';

it('what the process depends on is asked once a second, however many probes come', async () => {
  let isUp = true;
  let asked = 0;
  const api = await createApiUnderTest({
    readiness: {
      database: () => {
        asked += 1;
        return isUp ? Promise.resolve() : Promise.reject(new Error('away'));
      },
    },
  });
  const probe = () => supertest(api.app).get('/readyz');
  const probeMany = async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, probe));
    return new Set(answers.map(({ status }) => status));
  };
  expect(await probeMany()).toEqual(new Set([200]));
  isUp = false;
  api.clock.advance(1);
  expect(await probeMany()).toEqual(new Set([503]));
  expect(await probeMany()).toEqual(new Set([503]));
  expect(asked).toBe(2);
  isUp = true;
  api.clock.advance(1);
  expect(await probeMany()).toEqual(new Set([200]));
});
