import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameMatcher, pathMatcher, whyNoGlob } from '../../src/text/glob.js';

/** Right, and slow. */
function expressionOf(glob: string): RegExp {
  const segments = glob
    .split('/')
    .map((segment) =>
      segment === '**' ? '(?:[^/]+/)*' : `${segment.replaceAll('.', '\\.').replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}/`,
    );
  return new RegExp(`^${segments.join('')}(?:[^/]+/)*$`);
}

describe('path patterns', () => {
  it.each<[pattern: string, matching: string[], others: string[]]>([
    ['old', ['old/a.js', 'x/old/y/a.js', 'old'], ['older/a.js', 'a/hold']],
    ['old/', ['old/a.js', 'x/old/a.js'], ['olds/a.js']],
    ['/old', ['old/a.js'], ['x/old/a.js']],
    ['./src/*.js', ['src/a.js'], ['src/b/a.js', 'x/src/a.js']],
    ['src/**/*.js', ['src/a.js', 'src/b/c/a.js'], ['src/a.ts', 'lib/a.js']],
    ['**/*.gen.{js,ts}', ['a.gen.js', 'x/.y/b.gen.ts'], ['a.gen.py', 'a.js']],
    ['{apps/{web,api},libs}/*.js', ['apps/web/a.js', 'apps/api/b.js', 'libs/c.js'], ['apps/x/a.js']],
    ['file?.[jt]s', ['file1.js', 'fileé.ts', 'file😀.js'], ['file.js', 'file1.cs']],
    ['[!a-c]x', ['dx'], ['ax', 'bx']],
    ['app/(auth)/[[]id].js', ['app/(auth)/[id].js'], ['app/auth/i.js']],
    ['a\\*b', ['a*b'], ['axb']],
    ['a{b', ['a{b'], ['ab']],
    ['{a}', ['{a}'], ['a']],
    ['.*', ['.env', 'x/.env'], ['env']],
  ])('%s', (pattern, matching, others) => {
    const matches = pathMatcher([pattern]);
    expect(matching.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter((path) => matches(path))).toEqual([]);
    expect(whyNoGlob(pattern)).toBeUndefined();
  });

  it('take paths out again, the last word counting', () => {
    const matches = pathMatcher(['gen', '!gen/kept.js']);
    expect([matches('gen/a.js'), matches('gen/kept.js')]).toEqual([true, false]);
  });

  it('agree with the expression that they stand for', () => {
    const part = fc.stringMatching(/^[ab.*?]{1,5}$/).filter((text) => !/\*\*|^\.+$/.test(text));
    const pattern = fc.array(fc.oneof(part, fc.constant('**')), { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
    const path = fc
      .array(
        fc.stringMatching(/^[ab.]{1,4}$/).filter((text) => !/^\.+$/.test(text)),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(pattern, path, (glob, file) => {
        expect(pathMatcher([glob])(file)).toBe(expressionOf(glob.slice(1)).test(`${file}/`));
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it('that can’t be meant are refused', () => {
    expect(whyNoGlob('+(a|b)/x')).toMatch('not supported');
    expect(whyNoGlob('{a,b}'.repeat(10))).toMatch('more than 1000 patterns');
    expect(whyNoGlob('x'.repeat(1001))).toMatch('1000 characters');
  });
});

describe('name patterns', () => {
  it('know only the star, and no case', () => {
    const matches = nameMatcher('my*.Sid');
    expect([matches('MY_app.sid'), matches('my.sid'), matches('my_sid'), matches('amy.sid')]).toEqual([true, true, false, false]);
    expect(nameMatcher('a?')('ab')).toBe(false);
  });
});

it('no pattern needs more than its length times the text’s steps', () => {
  let steps = 0;
  const counting = new Proxy('a'.repeat(3_000).split(''), { get: (target, key) => (steps++, Reflect.get(target, key) as unknown) });
  // The stars of a name are matched by the same function as the folders of a path.
  const text = { toLowerCase: () => counting as unknown as string } as string;
  expect(nameMatcher(`${'*a'.repeat(40)}b`)(text)).toBe(false);
  expect(steps).toBeLessThan(3_000 * 100);
});
