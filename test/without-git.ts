/**
 * For tests about what is judged: files are listed without git, because to start a program out of one as large as a test's takes longer
 * than to judge a file. What git is asked, and what follows from its answers, has tests of its own.
 */
import { vi } from 'vitest';

vi.mock('../src/engine/git.js', async (original) => ({
  ...(await original<object>()),
  git: () => Promise.resolve(undefined),
  gitSync: () => undefined,
}));
