/** Verdict and score: what is known lacks Secure, what is undecided makes a range of the score. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/cookies/finding.js';
import { summarise, verdictOf } from '../../src/engine/score.js';
import { finding } from '../report/sample.js';

const app = { app: { root: 'api' }, frameworks: [] };
const of = (over: Partial<Finding>): Finding => finding({ path: 'a.js', range: { start: 0, end: 1 }, app: 'api', ...over });
const open = (session: boolean | null): Finding =>
  of({ problem: 'unresolved', severity: 'note', reason: null, cookie: { name: session === null ? null : 'x', session } });
const lacking = of({ severity: 'warning', reason: 'COOKIE_SECURE_NONSESSION_MISSING' });
const failing = of({ severity: 'error', reason: 'COOKIE_SECURE_SESSION_MISSING' });

describe('an app', () => {
  it.each([
    ['nothing found, nothing undecided', [], [], 'pass', 1, 1],
    ['an undecided session cookie', [], [open(true)], 'undecided', 0, 1],
    ['an undecided cookie of unknown name', [], [open(null)], 'undecided', 0, 1],
    ['an undecided preference', [], [open(false)], 'undecided', 0.5, 1],
    ['a preference without Secure, a session undecided', [lacking], [open(true)], 'warn', 0, 0.5],
    ['a preference without Secure, another undecided', [lacking], [open(false)], 'warn', 0.5, 0.5],
    ['a session without Secure, another undecided', [failing], [open(true)], 'fail', 0, 0],
  ] as const)('%s', (_what, findings, undecided, verdict, score, bestScore) => {
    expect(summarise(app, findings, undecided)).toMatchObject({ verdict, score, bestScore, undecided: undecided.length });
  });

  it('is not told by the findings of another', () => {
    expect(summarise({ app: { root: 'web' }, frameworks: [] }, [failing], [open(true)])).toMatchObject({
      verdict: 'pass',
      score: 1,
      undecided: 0,
    });
  });
});

describe('a repository', () => {
  it('has the worst verdict and the mean scores of its apps', () => {
    const apps = [summarise(app, [], []), summarise(app, [], [open(true)]), summarise(app, [lacking], [])];
    expect(verdictOf(apps)).toEqual({ verdict: 'warn', score: 0.5, bestScore: 0.833 });
    expect(verdictOf(apps.slice(0, 2))).toEqual({ verdict: 'undecided', score: 0.5, bestScore: 1 });
  });

  it('is no pass where no cookie was recognised', () => {
    expect(verdictOf([])).toEqual({ verdict: 'none', score: null, bestScore: null });
  });
});
