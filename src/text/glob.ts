/** Path patterns as a configuration writes them: globs, with the short forms people know from .gitignore. */
import picomatch from 'picomatch';

/**
 * Turns patterns into a test of a path (relative, with `/`). As in .gitignore: a pattern without a slash matches at any depth,
 * a folder matches what is in it, and of several patterns the last that matches decides, `!` taking paths out again.
 */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map((pattern) => {
    const negated = pattern.startsWith('!');
    const bare = pattern.slice(negated ? 1 : 0).replace(/^\.?\//, '').replace(/\/+$/, '');
    const anywhere = bare.includes('/') || /^\.?\//.test(pattern) ? bare : `**/${bare}`;
    return { negated, matches: picomatch([anywhere, `${anywhere}/**`], { dot: true }) };
  });
  return (path) => {
    for (let i = tests.length - 1; i >= 0; i--) {
      const test = tests[i];
      if (test?.matches(path) === true) return !test.negated;
    }
    return false;
  };
}
