import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Of an `expect.poll` where servers answer: a machine that does other things besides is slow, not wrong. */
const patience = { poll: { timeout: 30_000 } };

/**
 * Layers of the test suite, in the order `npm test` runs them. Vitest takes one after the other too when it
 * is given several, since they differ in their workers.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          // Modules hold no state of their own, so that files can share them.
          isolate: false,
          // One for each core: by itself Vitest leaves one out.
          maxWorkers: availableParallelism(),
          // What is fuzzed takes as long as it is told to look.
          testTimeout: process.env.KENALI_FUZZ_RUNS === undefined ? 30_000 : 1_800_000,
          include: ['**/*.test.ts'],
          exclude: [
            '**/node_modules/**',
            'build/**',
            '.kenali/**',
            'test/!(bench|chaos|fuzz)/**',
            'web/**',
            'activities/**',
            '**/*.weights.test.ts',
          ],
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'] },
        test: { name: 'web', sequence: { groupOrder: 1 }, include: ['web/**/*.test.ts'] },
      },
      {
        test: {
          name: 'activity',
          sequence: { groupOrder: 2 },
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
          sequence: { groupOrder: 3 },
          // They wait for servers more than they compute.
          maxWorkers: 2,
          include: ['test/workflow/**/*.test.ts'],
          expect: patience,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          name: 'replay',
          sequence: { groupOrder: 4 },
          include: ['test/replay/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          sequence: { groupOrder: 5 },
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/support/start-servers.ts'],
          expect: patience,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'e2e',
          sequence: { groupOrder: 6 },
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/start-browser-platform.ts'],
          expect: patience,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
