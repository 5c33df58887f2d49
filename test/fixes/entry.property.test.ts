// An entry can be added to any options literal, however it is laid out: the file still parses, and nothing that was there changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/fixes/diff.js';
import { fixesFor } from '../../src/fixes/secure-fix.js';
import { argument, options } from '../../src/matching/surface.js';
import { javascript } from '../../src/syntax/javascript/language.js';
import { php } from '../../src/syntax/php/language.js';
import { python } from '../../src/syntax/python/language.js';
import type { Language } from '../../src/syntax/ir.js';
import { read, stateOf, type FixTable } from './fix-table.js';

interface Notation {
  readonly language: Language;
  readonly path: string;
  readonly surface: FixTable['surface'];
  /** Entries that the literal is put together from. */
  readonly entries: readonly string[];
  readonly comments: readonly string[];
  readonly brackets: readonly [open: string, close: string];
  readonly around: (literal: string) => string;
}

const javascriptNotation: Notation = {
  language: javascript,
  path: 'a.js',
  surface: { match: { method: 'cookie', receiver: { names: ['res'] } }, attributes: options(2) },
  entries: [
    'path: "/"',
    "'httpOnly': true",
    '"a-b": (1)',
    'c',
    '...{}',
    '...{ d: 1 }',
    '[`e`]: f',
    'g() { return {} }',
    'h: `,}`',
    'i: [1, 2,]',
    'j: () => ({})',
    'maxAge: 1, k: 2',
  ],
  comments: ['/* , */', '/* } */', '// x }\n', "// it's,\r\n", '/**/'],
  brackets: ['{', '}'],
  around: (literal) => `res.cookie('a', b, ${literal})\n`,
};

const notations: readonly Notation[] = [
  javascriptNotation,
  {
    ...javascriptNotation,
    language: python,
    path: 'a.py',
    surface: { match: { method: 'cookie', receiver: { any: true } }, attributes: { secure: argument(2, 'secure') } },
    entries: ['"path": "/"', "'httponly': True", '**{}', '"a": (1)', '"b": [1, 2,]', '"c": "#,}"', '"d": lambda: {}'],
    comments: ['# x }\n', "# it's,\r\n"],
  },
  {
    ...javascriptNotation,
    language: php,
    path: 'a.php',
    surface: { match: { call: 'cookie' }, attributes: { secure: argument(2, 'secure') } },
    entries: ["'path' => '/'", "'httponly'   => true", '"a" => (1)', '...[]', "'b' => [1, 2,]", "'c' => ',]'"],
    comments: ['/* , */', '// x ]\n', '# y\r\n'],
    brackets: ['[', ']'],
    around: (literal) => `<?php\ncookie('a', $b, ${literal});\n`,
  },
];

const space = fc.constantFrom('', '', ' ', '\n', '\n  ', '\r\n\t', '    ');

function literals({ entries, comments, brackets: [open, close] }: Notation): fc.Arbitrary<string> {
  const gap = fc
    .tuple(space, fc.option(fc.constantFrom(...comments), { freq: 3 }), space)
    .map(([before, comment, after]) => before + (comment ?? '') + after);
  const item = fc.tuple(gap, fc.constantFrom(...entries), gap).map((parts) => parts.join(''));
  return fc
    .tuple(fc.array(item, { maxLength: 4 }), fc.boolean(), gap)
    .map(
      ([items, trailing, last]) =>
        open + items.join(',') + (trailing && items.length > 0 ? `,${last}` : items.length === 0 ? last : '') + close,
    );
}

describe.each(notations.map((notation) => [notation.language.id, notation] as const))('options of %s', (_, notation) => {
  it('take an entry', async () => {
    await notation.language.load?.();
    fc.assert(
      fc.property(literals(notation), (literal) => {
        const before = notation.around(literal);
        const { program, evaluator, sites } = read(before, notation.path, notation.language, notation.surface);
        expect(program.problems).toEqual([]);
        const [fix] = fixesFor(sites[0]!, 'missing', evaluator, { style: 'always', isTrusted: false });
        const hasEntries = notation.entries.some((entry) => literal.includes(entry));
        if (fix === undefined) {
          // Only a literal that holds nothing but comments is left alone.
          expect(hasEntries).toBe(false);
          return;
        }
        for (const edit of fix.edits) expect(before.slice(edit.start, edit.end).trim()).toBe('');
        if (hasEntries) for (const edit of fix.edits) expect(edit.end).toBe(edit.start);
        const after = applyEdits(before, fix.edits);
        const again = read(after, notation.path, notation.language, notation.surface);
        expect(again.program.problems).toEqual([]);
        expect(stateOf(again.sites[0]!)).toBe('on');
        expect(again.program.comments.map((comment) => comment.text.trim())).toEqual(
          program.comments.map((comment) => comment.text.trim()),
        );
      }),
      { numRuns: 500 },
    );
  });
});
