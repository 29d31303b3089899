import { describe, expect, it, vi } from 'vitest';
import { guardBackButton } from './back-button.js';

class FakePage extends EventTarget {
  readonly history = { pushState: vi.fn() };

  click(): void {
    this.dispatchEvent(new Event('click'));
  }

  pressBack(): void {
    this.dispatchEvent(new Event('popstate'));
  }
}

function setUp(isArmed: () => boolean) {
  const page = new FakePage();
  const onBack = vi.fn();
  guardBackButton(page as unknown as Window, { isArmed, onBack });
  return { page, onBack };
}

describe('guardBackButton', () => {
  it('asks as often as the button is pressed', () => {
    const { page, onBack } = setUp(() => true);
    page.click();
    page.click();
    expect(page.history.pushState).toHaveBeenCalledOnce();
    page.pressBack();
    page.pressBack();
    expect(onBack).toHaveBeenCalledTimes(2);
    expect(page.history.pushState).toHaveBeenCalledTimes(3);
  });

  it('lets the person go while there is nothing to lose', () => {
    const { page, onBack } = setUp(() => false);
    page.click();
    page.pressBack();
    expect(page.history.pushState).not.toHaveBeenCalled();
    expect(onBack).not.toHaveBeenCalled();
  });
});
