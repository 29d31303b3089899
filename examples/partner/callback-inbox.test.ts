import { describe, expect, it, vi } from 'vitest';
import { createCallbackInbox } from './callback-inbox.js';
import { KenaliError } from './kenali-error.js';
import { createSessionStore } from './session-store.js';
import { createDetails } from './testing/details.js';
import { createFakeAccounts } from './testing/fake-kenali.js';

const BODY = { submissionId: 's-1', status: 'COMPLETED', result: 'VALID', reasonCode: null };

describe('the callback inbox', () => {
  it('asks Kenali again when it does not answer at first', async () => {
    const accounts = createFakeAccounts();
    const sessions = createSessionStore();
    const details = createDetails({ partnerSessionId: 'p-1' });
    const readDetails = vi
      .spyOn(accounts.main, 'readDetails')
      .mockRejectedValueOnce(new KenaliError('Get submission details', 503, null))
      .mockResolvedValue(details);
    const inbox = createCallbackInbox({ accounts, sessions, retryDelaysMs: [1] });
    inbox.take({ webhookId: 'msg_1', body: { ...BODY, partnerSessionId: 'p-1' } });
    await vi.waitFor(() => {
      expect(sessions.find('p-1')?.details).toEqual(details);
    });
    expect(readDetails).toHaveBeenCalledTimes(2);
  });

  it('gives up on a minimal callback that nobody knows, and invents no session', async () => {
    const accounts = createFakeAccounts();
    const sessions = createSessionStore();
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const inbox = createCallbackInbox({ accounts, sessions, retryDelaysMs: [] });
    inbox.take({ webhookId: 'msg_1', body: BODY });
    await vi.waitFor(() => {
      expect(error).toHaveBeenCalledWith(expect.stringContaining('could not be matched'));
    });
    expect(sessions.list()).toEqual([]);
    error.mockRestore();
  });
});
