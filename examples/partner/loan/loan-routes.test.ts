import express from 'express';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { Person } from '../person.js';
import { createSessionStore } from '../session-store.js';
import { createDetails } from '../testing/details.js';
import { createLoanRoutes } from './loan-routes.js';
import type { LookupOutcome } from './registry-lookup.js';

const applicant = { nik: '0000000000001234', name: 'SITI REKAAN', dateOfBirth: '1990-01-31' };

function createApp(outcome: LookupOutcome, isRead = true) {
  const asked: Person[] = [];
  const sessions = createSessionStore();
  const naming = { userId: 'u', flow: 'KTP_SCAN', account: 'main', page: '/loan' } as const;
  const session = sessions.add({ partnerSessionId: 'p', ...naming });
  session.details = createDetails({ result: isRead ? 'VALID' : 'INVALID' });
  const registry = {
    lookUp: (person: Person) => {
      asked.push(person);
      return Promise.resolve(outcome);
    },
  };
  const app = express().use(createLoanRoutes({ sessions, registry }));
  const apply = (form: object) => request(app).post('/api/sessions/p/loan-application').send(form);
  return { asked, apply };
}

describe('applying for a loan', () => {
  it.each<LookupOutcome>([
    { outcome: 'MATCH' },
    { outcome: 'MISMATCH', fields: ['name'] },
    { outcome: 'NOT_FOUND' },
    { outcome: 'UNAVAILABLE' },
  ])('answers what the registry says: $outcome', async (outcome) => {
    const { asked, apply } = createApp(outcome);
    const answer = await apply({ ...applicant, amount: 3_000_000 }).expect(200);
    expect(answer.body).toEqual(outcome);
    // NIK, name and birth date: the registry is told no more.
    expect(asked).toEqual([applicant]);
  });

  it('asks nobody for a card that was not accepted or a form that is wrong', async () => {
    const rejected = createApp({ outcome: 'MATCH' }, false);
    await rejected.apply({ ...applicant, amount: 3_000_000 }).expect(409);
    const { asked, apply } = createApp({ outcome: 'MATCH' });
    await apply({ ...applicant, nik: '••••••••••••1234', amount: 3_000_000 }).expect(400);
    await apply({ ...applicant, amount: 1 }).expect(400);
    expect([...asked, ...rejected.asked]).toEqual([]);
  });
});
