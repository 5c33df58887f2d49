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
    // It imports JSON as only bundlers do.
    server: { deps: { inline: [/@actions\/(?:workflow-parser|expressions)/] } },
    // What was transformed is kept between runs: a third of a short run's processor time.
    experimental: { fsModuleCache: true },
  },
});
