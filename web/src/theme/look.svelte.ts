import type { LaunchedSession } from '../api/wire-types.js';

type Chosen = Pick<LaunchedSession, 'theme' | 'partnerTheme' | 'launchTheme'>;

/** What a partner's theme makes of the page. Few partners have one: it is loaded when needed. */
export class Look {
  /** `null` for our own. */
  #brandName = $state<string | null>(null);
  #logo = $state<string | null>(null);
  readonly #root: HTMLElement;
  #stop: () => void = () => undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get brandName(): string | null {
    return this.#brandName;
  }

  get logo(): string | null {
    return this.#logo;
  }

  /** A theme that cannot be loaded leaves the page as it is: it can be used all the same. */
  async show({ theme, partnerTheme, launchTheme }: Chosen): Promise<void> {
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
