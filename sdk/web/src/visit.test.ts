import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from './completion.js';
import { BASE_URL, createFakePage, EMBEDDED_URL, SUBMISSION_ID } from './testing/fake-page.js';
import { startVisit } from './visit.js';

const STEP = {
  source: 'onekyc',
  type: 'onekyc.step',
  status: 'IN_PROGRESS',
  step: 'GUIDE',
  partner_session_id: 'session-1',
  error_code: null,
};
const READY = { source: 'onekyc', type: 'onekyc.ready' };
const LEAVE = { source: 'onekyc-sdk', type: 'onekyc.leave' };

/** A visit on its way. */
function setUp() {
  const { page, popup, receive } = createFakePage();
  const onOutcome = vi.fn<(outcome: Outcome) => void>();
  const surface = {
    show: vi.fn(),
    close: vi.fn(),
    window: () => popup as unknown as Window,
  };
  const launch = { submissionId: SUBMISSION_ID, launchUrl: EMBEDDED_URL };
  const talk = { page, surface, launch, correlationId: 'session-1', greeting: {}, onOutcome };
  const visit = startVisit(talk);
  receive(READY);
  receive(STEP);
  return { visit, receive, onOutcome, asked: popup.postMessage };
}

describe('pressing the cross', () => {
  it('has the person asked, and ends the visit the second time', () => {
    const { visit, onOutcome, asked } = setUp();
    visit.askToLeave();
    expect(asked).toHaveBeenLastCalledWith(LEAVE, BASE_URL);
    expect(onOutcome).not.toHaveBeenCalled();
    visit.askToLeave();
    expect(onOutcome.mock.calls[0]![0]).toMatchObject({ error: { code: 'GPE-2207' } });
  });

  it('has the person asked while the app gets its token once more', () => {
    const { visit, receive, onOutcome, asked } = setUp();
    receive({ ...READY, again: true });
    visit.askToLeave();
    expect(asked).toHaveBeenLastCalledWith(LEAVE, BASE_URL);
    expect(onOutcome).not.toHaveBeenCalled();
  });

  it.each([
    [
      'a session that is over, and tells so',
      { ...STEP, step: 'SESSION_OVER', status: 'ERROR', error_code: 'INVALID_TOKEN' },
      { status: 'ERROR', error: { code: 'GPE-2202', reason: 'INVALID_TOKEN' } },
    ],
    [
      'an app that was loaded again and has not opened',
      READY,
      { status: 'NOT_COMPLETED', error: { code: 'GPE-2207' } },
    ],
  ])('ends the visit of %s', (_, message, outcome) => {
    const { visit, receive, onOutcome } = setUp();
    receive(message);
    visit.askToLeave();
    expect(onOutcome.mock.calls[0]![0]).toMatchObject(outcome);
  });
});
