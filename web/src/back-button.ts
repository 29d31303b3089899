import { isRecord } from '../../contract/is-record.js';
import type { Wait } from './wait.js';

export interface BackButtonOptions {
  /** Whether there is something to lose on the present screen. */
  readonly isArmed: () => boolean;
  /** Called instead of leaving, as often as the button is pressed. */
  readonly onBack: () => void;
  readonly wait: Wait;
}

export interface BackButtonGuard {
  /**
   * Goes back over the guard. What then replaces the page's entry of the history takes all of it: the button leads
   * from there to what was before the page.
   */
  lift(): Promise<void>;
}

/** Going back over an entry of the same page takes a turn of it; one that takes this long does not come. */
const STEP_MS = 1_000;

/**
 * Makes the browser's back button ask before it leaves: a second entry of this page, the guard, lies over its own. Starts
 * with a click, since browsers skip history entries that a page adds by itself.
 */
export function guardBackButton(
  page: Window,
  { isArmed, onBack, wait }: BackButtonOptions,
): BackButtonGuard {
  // After a reload the guard of before is still there.
  let isGuarded = isMarked(page.history.state, 'isGuard');
  let isLifted = false;

  function raise(): void {
    isGuarded = true;
    page.history.pushState({ isGuard: true }, '');
  }

  page.addEventListener('click', () => {
    if (isGuarded || isLifted || !isArmed()) return;
    // Marked, since a change of the fragment goes to an entry as well, which is none below a guard.
    page.history.replaceState({ isBelowGuard: true }, '');
    raise();
  });

  page.addEventListener('popstate', ({ state }: PopStateEvent) => {
    if (!isGuarded || !isMarked(state, 'isBelowGuard')) return;
    isGuarded = false;
    if (isLifted) return;
    if (!isArmed()) {
      // Nothing to lose: the button does what it is pressed for.
      page.history.back();
      return;
    }
    raise();
    onBack();
  });

  return {
    async lift() {
      isLifted = true;
      if (!isGuarded) return;
      const stepped = new Promise<void>((resolve) => {
        page.addEventListener('popstate', () => {
          resolve();
        });
      });
      page.history.back();
      await Promise.race([stepped, wait(STEP_MS)]);
    },
  };
}

/**
 * Whether there may be a page before this one: its own entry, and after a reload the guard over it, are none. An
 * entry further on is counted too, since no browser tells them apart.
 */
export function hasPageBefore({ history }: Pick<Window, 'history'>): boolean {
  return history.length > (isMarked(history.state, 'isGuard') ? 2 : 1);
}

function isMarked(state: unknown, mark: 'isGuard' | 'isBelowGuard'): boolean {
  return isRecord(state) && state[mark] === true;
}
