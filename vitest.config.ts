/** Tests: units, fixtures, oracles and end-to-end runs. Slow ones start real libraries and processes. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/scratch-folder.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    // What was transformed is kept between runs: a third of a short run's processor time.
    experimental: { fsModuleCache: true },
  },
});
