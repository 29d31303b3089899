import { describe, expect, it } from 'vitest';
import type { SubmissionDetails } from './kenali-client.js';
import { prefillFrom } from './prefill.js';
import { createDetails } from './testing/details.js';

/** Members of any form: what comes over the wire is not believed to have its type. */
const detailsOf = (submissionDetails: unknown) => ({
  ...createDetails(),
  submissionDetails: submissionDetails as SubmissionDetails['submissionDetails'],
});

describe('filling a form from a card', () => {
  it('takes what was read surely, and leaves the rest to the person', () => {
    const fields = prefillFrom(
      detailsOf({
        ktpDetails: { nik: '0000000000001234', name: 'SITI REKAAN', address: 'JL A', rt: null },
        ktpConfidence: { nik: 0.85, name: 0.849, rt: 0.99 },
      }),
    );
    expect(fields.nik).toEqual({ value: '0000000000001234', isDoubtful: false });
    expect(fields.name).toEqual({ value: null, isDoubtful: true });
    // Read, but with no confidence told.
    expect(fields.address).toEqual({ value: null, isDoubtful: true });
    expect(fields.rt).toEqual({ value: null, isDoubtful: false });
    expect(fields.province).toEqual({ value: null, isDoubtful: false });
  });

  it.each([
    null,
    undefined,
    {},
    { ktpDetails: 'x', ktpConfidence: [] },
    { ktpDetails: { nik: 3 } },
  ])('leaves every field empty for %j', (submissionDetails) => {
    const fields = Object.values(prefillFrom(detailsOf(submissionDetails)));
    expect(fields.every(({ value }) => value === null)).toBe(true);
  });
});
