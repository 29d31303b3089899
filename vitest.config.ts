import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Layers of the test suite, in the order `npm test` runs them. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Modules hold no state of their own, so that files can share them.
          isolate: false,
          // One for each core; by itself Vitest leaves one out.
          maxWorkers: 2,
          include: ['**/*.test.ts'],
          exclude: [
            '**/node_modules/**',
            'build/**',
            '.kenali/**',
            'test/**',
            'web/**',
            'activities/**',
            '**/*.weights.test.ts',
          ],
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: { name: 'web', include: ['web/**/*.test.ts'] },
      },
      {
        test: {
          name: 'activity',
          isolate: false,
          include: ['activities/**/*.test.ts', '**/*.weights.test.ts'],
          exclude: ['**/node_modules/**', 'build/**', '.kenali/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'workflow',
          // They wait for servers more than they compute.
          maxWorkers: 2,
          include: ['test/workflow/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'replay',
          include: ['test/replay/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/start-servers.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/start-browser-platform.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
