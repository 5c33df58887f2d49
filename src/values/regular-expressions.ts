/** Tests of a text against a regular expression that only says how the text begins, ends or reads: `/^https:/.test(url)`. Nothing is executed. */
import { choice, known, operation, type Origin, type Value } from './value.js';

/** A regular expression of plain words between optional anchors. */
const SIMPLE = /^\/(\^?)(?:\((?:\?:)?([^()]*)\)|([^()|$]*))(\$?)\/([a-z]*)$/;
/** A word: letters, digits and marks, of which those that mean something are escaped; one of them may be optional. */
const WORD = /^(?:[\w:,@% -]|\\[/.:?+-])+(?:\?(?:[\w:,@% -]|\\[/.:?+-])*)?$/;

/** Functions that try a text against an expression: where it has to fit, and whether they give what they found, or nothing. */
const FUNCTIONS: Readonly<Record<string, { readonly fits: 'anywhere' | 'start' | 'whole'; readonly gives?: 'found' | 'count' }>> = {
  'pattern-anywhere': { fits: 'anywhere' },
  'pattern-count': { fits: 'anywhere', gives: 'count' },
  'pattern-whole': { fits: 'whole' },
  'find-anywhere': { fits: 'anywhere', gives: 'found' },
  'find-start': { fits: 'start', gives: 'found' },
  'find-whole': { fits: 'whole', gives: 'found' },
};

/** What a function that is given an expression as a text makes of a subject; undefined for other functions and for expressions that say more. */
export function patternCall(operator: string, [pattern, subject]: readonly Value[], origin: Origin): Value | undefined {
  const how = FUNCTIONS[operator];
  // An expression that was compiled before may stand on either side.
  const source = textOf(pattern) ?? (subject?.kind === 'object' ? textOf(subject) : undefined);
  const tried = textOf(pattern) === undefined ? pattern : subject;
  if (how === undefined || tried === undefined || source === undefined) return undefined;
  const tested = patternTest(delimited(source, how.fits), tried, origin);
  if (tested === undefined || how.gives === undefined) return tested;
  return how.gives === 'count' ? choice(tested, known(1, origin), known(0, origin), origin) : foundBy(tested, tried, origin);
}

/** The text of an expression: written as it is, or given to what compiles it. */
function textOf(pattern: Value | undefined): string | undefined {
  if (pattern?.kind === 'known') return typeof pattern.value === 'string' ? pattern.value : undefined;
  if (
    pattern?.kind !== 'object' ||
    !/(?:^|[.:])(?:Regex|Regexp|Pattern\.compile|MustCompile|Regex\.new|RegExp|re\.compile)$/.test(pattern.path)
  )
    return undefined;
  const given = pattern.call.args[0]?.value;
  return given?.kind === 'literal' && typeof given.value === 'string' ? given.value : undefined;
}

/** What a match gives where the text fits, and nothing where it does not. */
export const foundBy = (tested: Value, subject: Value, origin: Origin): Value =>
  choice(tested, { kind: 'list', items: [subject], open: true, origin }, known(null, origin), origin);

/** The text of an expression as a literal: PHP's have delimiters of their own, Python's and Java's begin with their flags. */
function delimited(text: string, fits: 'anywhere' | 'start' | 'whole'): string {
  const own = /^([/#~@!|])(.*)\1([a-z]*)$/s.exec(text);
  const flags = own?.[3] ?? (text.startsWith('(?i)') ? 'i' : '');
  const body = (own?.[2] ?? text.replace(/^\(\?i\)/, '')).replace(/\\A/g, '^').replace(/\\[zZ]/g, '$');
  const [isOpenBefore, isOpenAfter] = [/^\^?\.\*/.test(body), /\.\*\$?$/.test(body)];
  const words = body.replace(/^\^?\.\*/, '').replace(/\.\*\$?$/, '');
  const start = fits === 'anywhere' || isOpenBefore || words.startsWith('^') ? '' : '^';
  return `/${start}${words}${fits === 'whole' && !isOpenAfter && !words.endsWith('$') ? '$' : ''}/${flags}`;
}

/** By the anchors that an expression has. */
const OPERATORS = { '^$': '==', '^': 'startsWith', $: 'endsWith', '': 'includes' } as const;

/** Whether `subject` fits the expression that `source` writes; undefined for expressions that say more. */
export function patternTest(source: string, subject: Value, origin: Origin): Value | undefined {
  const match = SIMPLE.exec(source.replace(/\\A/g, '^').replace(/\\[zZ]/g, '$'));
  if (match === null) return undefined;
  const [, start, group, single, end, flags] = match;
  const words = (group ?? single ?? '').split('|');
  if (!words.every((word) => WORD.test(word))) return undefined;
  const ignoresCase = flags?.includes('i') === true;
  const text = ignoresCase ? operation('lower', [subject], origin) : subject;
  const operator = OPERATORS[`${start === '^' ? '^' : ''}${end === '$' ? '$' : ''}`];
  return words.flatMap(spellings).reduce<Value>(
    (before, word) => {
      const test = operation(operator, [text, known(ignoresCase ? word.toLowerCase() : word, origin)], origin);
      return choice(before, known(true, origin), test, origin);
    },
    known(false, origin),
  );
}

/** The texts that a word stands for: two where a letter is optional. */
function spellings(word: string): string[] {
  const plain = (text: string): string => text.replace(/\\(.)/g, '$1');
  const optional = word.search(/(?<!\\)\?/);
  if (optional < 0) return [plain(word)];
  const [before, after] = [plain(word.slice(0, optional)), plain(word.slice(optional + 1))];
  return [before + after, before.slice(0, -1) + after];
}
