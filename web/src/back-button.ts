export interface BackButtonGuard {
  /** Whether there is something to lose on the present screen. */
  readonly isArmed: () => boolean;
  /** Called instead of leaving, as often as the button is pressed. */
  readonly onBack: () => void;
}

/**
 * Makes the browser's back button ask before it leaves. Starts with the first click, since browsers
 * skip history entries that a page adds by itself.
 */
export function guardBackButton(page: Window, { isArmed, onBack }: BackButtonGuard): void {
  const pushGuard = (): void => {
    page.history.pushState({ isGuard: true }, '');
  };
  const startGuard = (): void => {
    if (!isArmed()) return;
    page.removeEventListener('click', startGuard);
    pushGuard();
    page.addEventListener('popstate', () => {
      pushGuard();
      onBack();
    });
  };
  page.addEventListener('click', startGuard);
}
