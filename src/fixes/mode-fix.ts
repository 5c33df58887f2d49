/**
 * In the style `fail-closed`, keeps the question where code asks for the mode: `NODE_ENV === 'production'` is turned around to what is off in
 * development alone. A missing or misspelt mode then has Secure, and who develops over plain http keeps the cookie: Safari refuses
 * Secure cookies there, even from localhost (https://bugs.webkit.org/show_bug.cgi?id=232088), and so do the jars of test clients.
 */
import type { Edit } from '../cookies/finding.js';
import type { Expression } from '../syntax/ir.js';
import { isModeVariable } from '../values/outcome.js';
import type { Value } from '../values/value.js';
import { evaluated, type FixContext } from './draft.js';
import { contentOf, isQuoted } from './layout.js';
import { UNEQUAL } from './unequal.js';

/** Words for production, each with its word for development. */
const DEVELOPMENT: Readonly<Record<string, string>> = { production: 'development', prod: 'dev' };

/** Constants that stand for Secure alone may change where they are made; what is called `isProduction` decides other things too. */
const FOR_SECURE = /secure|https|ssl|tls|cookie/i;

/** The edit that turns a test of the mode around; undefined for what is none. */
export function modeEdit(written: Expression, context: FixContext): Edit | undefined {
  const { index, style } = context;
  // The other style is asked for where Secure is to be on in every environment.
  if (style !== 'fail-closed') return undefined;
  if (written.kind === 'name') {
    const binding = index.bindingOf(written);
    const [write] = binding?.writes ?? [];
    if (
      binding === undefined ||
      write?.value === undefined ||
      binding.writes.length !== 1 ||
      binding.mutations.length > 0 ||
      write.path.length > 0 ||
      write.operator !== '='
    )
      return undefined;
    const text = turned(write.value, context);
    const at = FOR_SECURE.test(binding.name) ? write.value : written;
    return text === undefined ? undefined : { start: at.start, end: at.end, text };
  }
  const text = turned(written, context);
  return text === undefined ? undefined : { start: written.start, end: written.end, text };
}

/** Go reads an empty text where the variable is missing, PHP false: they differ from every mode. */
const isEmpty = (fallback: Value | undefined): boolean =>
  fallback === undefined ||
  (fallback.kind === 'known' &&
    (fallback.value === '' || fallback.value === false || fallback.value === null || fallback.value === undefined));

/** Whether an edit writes what is off in development alone. */
export const keepsDevelopment = ({ text }: Edit): boolean =>
  /!==?\s*(["'])dev(?:elopment)?\1|(["'])dev(?:elopment)?\2\s*!==?|![^!\n]*IsDevelopment\(\)/.test(text);

function turned(written: Expression, context: FixContext): string | undefined {
  const { program, text } = context;
  // Where nothing is said, ASP.NET Core is in production: https://learn.microsoft.com/aspnet/core/fundamentals/environments
  if (
    written.kind === 'call' &&
    program.language === 'csharp' &&
    written.args.length === 0 &&
    written.callee.kind === 'member' &&
    written.callee.property === 'IsProduction'
  ) {
    return `!${text.slice(written.callee.object.start, written.callee.object.end)}.IsDevelopment()`;
  }
  if (written.kind !== 'binary') return undefined;
  const [read, word] = written.left.kind === 'literal' ? [written.right, written.left] : [written.left, written.right];
  if (word.kind !== 'literal' || typeof word.value !== 'string' || !isQuoted(word)) return undefined;
  const development = DEVELOPMENT[word.value];
  const between = text.slice(written.left.end, written.right.start);
  const unequal = UNEQUAL[program.language]?.[between.trim()];
  const value = evaluated(read, context);
  if (
    development === undefined ||
    unequal === undefined ||
    value.kind !== 'environment' ||
    !isModeVariable(value.variable) ||
    !isEmpty(value.fallback)
  )
    return undefined;
  const content = contentOf(word);
  const changed = text.slice(word.start, content.start) + development + text.slice(content.end, word.end);
  const [left, right] = [text.slice(written.left.start, written.left.end), text.slice(written.right.start, written.right.end)];
  return (
    word === written.right
      ? [left, between.replace(between.trim(), unequal), changed]
      : [changed, between.replace(between.trim(), unequal), right]
  ).join('');
}
