// Runs a table of code before → after a fix, with real front-ends and a small rule for each; a fixed file must parse, be Secure, and stay as it is.
import { beforeAll, describe, expect, it } from 'vitest';
import { idioms } from '../../rules/index.js';
import { answer, meaningOf } from '../../src/state/state.js';
import type { Fix, SecureState } from '../../src/cookies/finding.js';
import type { FixStyle } from '../../src/fixes/fix-options.js';
import { applyEdits } from '../../src/fixes/diff.js';
import { fixesFor } from '../../src/fixes/secure-fix.js';
import { FileMatcher } from '../../src/matching/file-matcher.js';
import type { Matched } from '../../src/matching/matched.js';
import { sitesOf, type Site } from '../../src/matching/site.js';
import { defineRule, type CookieSurface, type Rule } from '../../src/matching/surface.js';
import type { Language, LanguageId, Program } from '../../src/syntax/ir.js';
import { Evaluator } from '../../src/values/evaluator.js';
import { NO_LINKS } from '../../src/values/links.js';

export interface Case {
  readonly before: string;
  /** The text after the best fix; undefined when there is none. */
  readonly after: string | undefined;
  /** Default true. */
  readonly safe?: boolean;
  readonly state?: SecureState;
  readonly style?: FixStyle;
  /** Left out of the title when the fix is safe; a piece of what the title must say. */
  readonly title?: string;
  /** The fixed text does not read as Secure to the evaluator on its own (a suggestion about unknown code, fail-closed). */
  readonly open?: true;
}

/** `[before, after]`, or with more to say a `Case`. */
export type Row = readonly [before: string, after: string | undefined] | Case;

export interface FixTable {
  readonly language: Language;
  readonly path: string;
  readonly surface: Partial<CookieSurface> & Pick<CookieSurface, 'match' | 'attributes'>;
  readonly rows: readonly Row[];
}

export function ruleOf(surface: FixTable['surface'], language: LanguageId, id = 'test'): Rule {
  return defineRule({
    id,
    title: id,
    languages: [language],
    docs: 'https://example.org/',
    triggers: ['x'],
    surfaces: [{ id: `${id}/surface`, kind: 'write', default: 'off', ...surface }],
  });
}

export interface Reading {
  readonly program: Program;
  readonly evaluator: Evaluator;
  readonly sites: readonly Site[];
}

/** The cookie sites of a text. */
export function read(text: string, path: string, language: Language, surface: FixTable['surface']): Reading {
  const program = language.lower(text, path);
  const evaluator = new Evaluator(NO_LINKS, idioms);
  const matched = new FileMatcher([ruleOf(surface, program.language)]).match(program, evaluator, {
    hasPackage: () => true,
    versionOf: () => undefined,
    mayDerive: () => false,
    attempt: (_node, work) => work(),
  });
  return { program, evaluator, sites: matched.flatMap((one) => sitesOf(one as Matched<CookieSurface>, evaluator)) };
}

export function stateOf(site: Site): SecureState {
  return answer({ value: site.secure.value, isText: site.isText, ...meaningOf(site.matched.surface, site.matched.program.language) }).state;
}

const shown = (text: string): string => JSON.stringify(text).slice(1, -1).slice(0, 110);

export function testFixes(title: string, { language, path, surface, rows }: FixTable): void {
  describe(title, () => {
    beforeAll(() => language.load?.());
    const cases = rows.map((row): Case => ('before' in row ? row : { before: row[0], after: row[1] }));
    it.each(cases.map((one) => [shown(one.before), one] as const))(
      '%s',
      (_, { before, after, safe = true, state, style = 'always', title: words, open }) => {
        const { program, evaluator, sites } = read(before, path, language, surface);
        expect(sites).toHaveLength(1);
        const fixes = fixesFor(sites[0]!, state ?? stateOf(sites[0]!), evaluator, { style, isTrusted: false });
        const [best] = fixes;
        if (after === undefined) {
          expect(best).toBeUndefined();
          return;
        }
        expect(best && applyEdits(before, best.edits)).toBe(after);
        expect(best?.safe).toBe(safe);
        if (words !== undefined) expect(best?.title).toContain(words);
        expectSound(best!, before);
        const again = read(after, path, language, surface);
        expect(again.program.problems).toHaveLength(program.problems.length);
        expect(again.sites).toHaveLength(1);
        if (open === true) return;
        expect(stateOf(again.sites[0]!)).toBe('on');
        expect(fixesFor(again.sites[0]!, stateOf(again.sites[0]!), again.evaluator, { style, isTrusted: false })).toEqual([]);
      },
    );
  });
}

/** Edits are in the text, sorted, and apart. */
export function expectSound(fix: Fix, text: string): void {
  let at = 0;
  for (const edit of fix.edits) {
    expect(edit.start).toBeGreaterThanOrEqual(at);
    expect(edit.end).toBeGreaterThanOrEqual(edit.start);
    at = edit.end;
  }
  expect(at).toBeLessThanOrEqual(text.length);
}
