import type { LaunchedSession } from '../api/wire-types.js';
import type { Wait } from '../wait.js';

type Chosen = Pick<LaunchedSession, 'theme' | 'partnerTheme' | 'launchTheme'>;

/** Longer than it takes to load; who is still without it by then sees the page in our own look until it comes. */
const PATIENCE_MS = 3_000;

/** What a partner's theme makes of the page. Few partners have one: it is loaded when needed. */
export class Look {
  #isSettled = $state(false);
  /** `null` for our own. */
  #brandName = $state<string | null>(null);
  #logo = $state<string | null>(null);
  readonly #root: HTMLElement;
  readonly #wait: Wait;
  #stop: () => void = () => undefined;

  constructor(root: HTMLElement, wait: Wait) {
    this.#root = root;
    this.#wait = wait;
  }

  /** Whether the page looks as it will: nobody is to see it in our colours first and then in the partner's. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  get brandName(): string | null {
    return this.#brandName;
  }

  get logo(): string | null {
    return this.#logo;
  }

  /** A theme that cannot be loaded leaves the page as it is: it can be used all the same. */
  async show(chosen: Chosen): Promise<void> {
    const shown = this.#show(chosen);
    await Promise.race([shown, this.#wait(PATIENCE_MS)]);
    this.#isSettled = true;
    await shown;
  }

  async #show({ theme, partnerTheme, launchTheme }: Chosen): Promise<void> {
    if (isEmpty(partnerTheme) && isEmpty(launchTheme)) return;
    const loaded = await import('./show-theme.js').catch(() => null);
    if (loaded === null) return;
    this.#stop();
    const changes = [partnerTheme, launchTheme];
    const { brandName, logo, stop } = loaded.showTheme({
      root: this.#root,
      page: window,
      theme,
      changes,
    });
    this.#stop = stop;
    this.#brandName = brandName;
    this.#logo = logo;
  }
}

function isEmpty(change: unknown): boolean {
  return typeof change !== 'object' || change === null || Object.keys(change).length === 0;
}
