import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Look } from './look.svelte.js';

const THEMED = {
  theme: 'LIGHT_MODE',
  partnerTheme: { light: { accent: '#003366' }, brandName: 'Toko Contoh' },
  launchTheme: null,
} as const;
const PLAIN = { ...THEMED, partnerTheme: null };

let properties: Map<string, string>;
let look: Look;
let endPatience: () => void;

beforeEach(() => {
  const query = { matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.stubGlobal('window', { matchMedia: () => query });
  properties = new Map();
  const style = {
    setProperty: (name: string, value: string) => properties.set(name, value),
    removeProperty: (name: string) => properties.delete(name),
  };
  const patience = new Promise<void>((resolve) => {
    endPatience = resolve;
  });
  look = new Look({ style } as unknown as HTMLElement, () => patience);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it('a page is settled no sooner than its partner’s colours are on it', async () => {
  const shown = look.show(THEMED);
  expect(look.isSettled).toBe(false);
  await shown;
  expect(look.isSettled).toBe(true);
  expect(properties.get('--accent')).toBe('#003366');
  expect(look.brandName).toBe('Toko Contoh');
});

it('a page of a partner without a theme is settled as it is', async () => {
  await look.show(PLAIN);
  expect(look.isSettled).toBe(true);
  expect(properties.size).toBe(0);
});

it('a theme that is long in coming is not waited for, and still comes', async () => {
  let load: () => void = () => undefined;
  const loading = new Promise<void>((resolve) => {
    load = resolve;
  });
  vi.doMock('./show-theme.js', async (importOriginal) => {
    await loading;
    return importOriginal();
  });
  const shown = look.show(THEMED);
  endPatience();
  await vi.waitFor(() => {
    expect(look.isSettled).toBe(true);
  });
  expect(properties.size).toBe(0);
  load();
  await shown;
  expect(properties.get('--accent')).toBe('#003366');
});
