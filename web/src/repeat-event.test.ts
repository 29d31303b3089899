import { expect, it } from 'vitest';
import { findRepeatEvent } from './repeat-event.js';
import type { Screen } from './screen.js';

it.each<[Screen, string]>([
  [{ name: 'OPEN_FAILED', failure: 'NO_CONNECTION' }, 'OPEN_REPEATED'],
  [{ name: 'UPLOAD_FAILED', trouble: 'NO_CONNECTION' }, 'UPLOAD_REPEATED'],
  [{ name: 'CHECKING_FAILED', trouble: 'NO_CONNECTION' }, 'CHECKING_REPEATED'],
  [
    {
      name: 'HANDOFF_TROUBLE',
      trouble: 'NO_CONNECTION',
      back: { name: 'HANDOFF_CODE' },
    },
    'HANDOFF_REPEATED',
  ],
])('%o goes on by itself', (screen, type) => {
  expect(findRepeatEvent(screen)).toEqual({ type });
});

it.each<Screen>([
  { name: 'OPEN_FAILED', failure: 'LINK_USED' },
  { name: 'UPLOAD_FAILED', trouble: 'SERVICE' },
  { name: 'WELCOME' },
])('%o waits for the person', (screen) => {
  expect(findRepeatEvent(screen)).toBeNull();
});
