import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  plugins: [svelte()],
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    // Vite's own default (Chrome 111, Safari 16.4) leaves out Android WebViews that are still in
    // people's hands and no longer updated. Chrome 88 and Safari 14 are the first with `:where()`,
    // which Svelte's scoped styles use: nothing older can be served without rewriting those.
    target: ['chrome88', 'edge88', 'firefox78', 'safari14'],
    // A data: URI would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
