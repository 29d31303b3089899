import { describe, expect, it } from 'vitest';
import { guardBackButton, hasPageBefore } from './back-button.js';

/** A tab with the partner's page, then ours; its button goes back as a browser's does. */
class FakePage extends EventTarget {
  entries: unknown[] = ['partner', null];
  at = 1;

  readonly history = {
    state: null as unknown,
    pushState: (state: unknown) => {
      this.entries = [...this.entries.slice(0, this.at + 1), state];
      this.at += 1;
    },
    replaceState: (state: unknown) => {
      this.entries[this.at] = state;
    },
    back: () => {
      this.at -= 1;
      if (this.hasLeft) return;
      const state = this.entries[this.at];
      queueMicrotask(() => this.dispatchEvent(Object.assign(new Event('popstate'), { state })));
    },
  };

  get hasLeft(): boolean {
    return this.at === 0;
  }

  click(): void {
    this.dispatchEvent(new Event('click'));
  }

  async pressBack(): Promise<void> {
    this.history.back();
    await Promise.resolve();
  }
}

function setUp(page = new FakePage()) {
  const told = { isArmed: true, asked: 0 };
  const guard = guardBackButton(page as unknown as Window, {
    isArmed: () => told.isArmed,
    onBack: () => (told.asked += 1),
    wait: () => new Promise(() => undefined),
  });
  return { page, told, guard };
}

describe('guardBackButton', () => {
  it('asks as often as the button is pressed', async () => {
    const { page, told } = setUp();
    page.click();
    page.click();
    await page.pressBack();
    await page.pressBack();
    expect(told.asked).toBe(2);
    expect(page.entries).toHaveLength(3);
    expect(page.hasLeft).toBe(false);
  });

  it('asks after a reload as before, with the guard that is there', async () => {
    const { page } = setUp();
    page.click();
    const reloaded = new FakePage();
    Object.assign(reloaded, { entries: page.entries, at: page.at });
    reloaded.history.state = page.entries[page.at];
    const { told } = setUp(reloaded);
    reloaded.click();
    expect(reloaded.entries).toHaveLength(3);
    await reloaded.pressBack();
    expect(told.asked).toBe(1);
  });

  it('adds nothing to the history while there is nothing to lose', async () => {
    const { page, told } = setUp();
    told.isArmed = false;
    page.click();
    expect(page.entries).toHaveLength(2);
    await page.pressBack();
    expect(page.hasLeft).toBe(true);
    expect(told.asked).toBe(0);
  });

  it('lets the person go where there is nothing to lose any more', async () => {
    const { page, told } = setUp();
    page.click();
    told.isArmed = false;
    await page.pressBack();
    expect(page.hasLeft).toBe(true);
    expect(told.asked).toBe(0);
  });

  it('takes no change of the fragment for the button', () => {
    const { page, told } = setUp();
    page.click();
    page.history.pushState(null);
    page.dispatchEvent(Object.assign(new Event('popstate'), { state: null }));
    expect(told.asked).toBe(0);
    expect(page.entries).toHaveLength(4);
  });

  it('leaves one entry of the page to be replaced, so that the button does not lead back into it', async () => {
    const { page, told, guard } = setUp();
    page.click();
    await guard.lift();
    page.history.replaceState('partner again');
    expect(page.entries.slice(0, page.at + 1)).toEqual(['partner', 'partner again']);
    expect(told.asked).toBe(0);
    page.click();
    expect(page.at).toBe(1);
  });

  it('waits for no step back that does not come', async () => {
    const { page } = setUp();
    const guard = guardBackButton(page as unknown as Window, {
      isArmed: () => true,
      onBack: () => undefined,
      wait: () => Promise.resolve(),
    });
    page.click();
    page.history.back = () => undefined;
    await expect(guard.lift()).resolves.toBeUndefined();
  });
});

describe('hasPageBefore', () => {
  it.each([
    [1, null, false],
    [2, null, true],
    // Of a visit before the reload, over the page's own entry.
    [2, { isGuard: true }, false],
    [3, { isGuard: true }, true],
  ])('of %d entries, at %j: %s', (length, state, expected) => {
    const history = { length, state } as unknown as History;
    expect(hasPageBefore({ history })).toBe(expected);
  });
});
