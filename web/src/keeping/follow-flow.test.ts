import { describe, expect, it, vi } from 'vitest';
import type { Screen } from '../screen.js';
import { settleOn } from './follow-flow.js';

function isLetGoOn(screen: Screen): boolean {
  const forget = vi.fn(() => null);
  settleOn({ sent: new Set(), forget }, screen);
  return forget.mock.calls.length > 0;
}

describe('what this device has kept', () => {
  it.each<Screen>([
    { name: 'OPEN_FAILED', failure: 'LINK_EXPIRED' },
    { name: 'OPEN_FAILED', failure: 'LINK_MISSING' },
    { name: 'OPEN_FAILED', failure: 'NOT_EMBEDDED' },
    { name: 'CODE_REFUSED', failure: 'HANDOFF_ENDED' },
    { name: 'CODE_REFUSED', failure: 'CODE_FINISHED' },
    { name: 'CHECKING' },
    { name: 'SESSION_OVER' },
    { name: 'HANDED_BACK', how: 'COMPLETED' },
  ])('goes where nobody can send it from here any more: %j', (screen) => {
    expect(isLetGoOn(screen)).toBe(true);
  });

  it.each<Screen>([
    { name: 'OPEN_FAILED', failure: 'NO_CONNECTION' },
    { name: 'OPEN_FAILED', failure: 'SERVICE' },
    { name: 'CODE_REFUSED', failure: 'CODE_USED' },
    { name: 'UPLOAD_FAILED', trouble: 'NO_CONNECTION' },
    { name: 'GUIDE', document: 'SELFIE' },
  ])('stays where it may still be sent: %j', (screen) => {
    expect(isLetGoOn(screen)).toBe(false);
  });
});
