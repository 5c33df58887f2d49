/** Tests: units, fixtures, oracles and end-to-end runs. Slow ones start real libraries and processes. */
import { defineConfig } from 'vitest/config';

/** They judge what is given to them, and change nothing of the process: modules, grammars and compiled code serve all of them. */
const SHARED = [
  ...['cookies', 'eslint', 'fixes', 'fixtures', 'fuzz', 'growth', 'idioms', 'judging', 'metamorphic', 'project', 'state', 'surfaces'],
  ...['syntax', 'text', 'values'],
];

const inside = SHARED.map((folder) => `test/${folder}/**/*.test.ts`);

const common = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  pool: 'forks' as const,
  // It imports JSON as only bundlers do.
  server: { deps: { inline: [/@actions\/(?:workflow-parser|expressions)/] } },
};

export default defineConfig({
  test: {
    globalSetup: 'test/scratch-folder.ts',
    maxWorkers: 2,
    // What was transformed is kept between runs: a third of a short run's processor time.
    experimental: { fsModuleCache: true },
    // They inherit nothing: the folder for scratch files would be made once more in itself for each.
    projects: [
      { test: { ...common, name: 'shared', include: inside, isolate: false, setupFiles: 'test/without-git.ts' } },
      { test: { ...common, name: 'alone', include: ['test/**/*.test.ts'], exclude: inside } },
    ],
  },
});
