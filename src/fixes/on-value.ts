/** What "Secure is on" is called: in each language, in settings files, and as an expression that is off in development alone. */
import { isSettingsLanguage } from '../syntax/settings/ids.js';
import type { Edit } from '../cookies/finding.js';
import type { Expression, LanguageId, Literal, Range } from '../syntax/ir.js';
import { perIndex } from '../values/per-index.js';
import { isKind } from '../values/program-index.js';
import type { FixContext } from './draft.js';
import { contentOf, habitsOf, isQuoted } from './layout.js';
import { modeEdit } from './mode-fix.js';
import { switchEdit } from './switch-fix.js';

/** Formats in which every value is a word. */

export const isSettings = ({ program }: FixContext): boolean => isSettingsLanguage(program.language);

/** The text of "on" for a value that is not written yet. */
export function onText(context: FixContext): string {
  const { hint, program, surface, style } = context;
  const wanted = surface.meaning?.inverted !== true;
  const failClosed = style === 'fail-closed' ? failClosedText(context, wanted) : undefined;
  if (failClosed !== undefined) return failClosed;
  const on = wanted ? (hint.on ?? enumerationOf(context)) : hint.on;
  if (on !== undefined) return on;
  if (program.language === 'python') return wanted ? 'True' : 'False';
  if (program.language === 'ini') return wanted ? '1' : '0';
  return wanted ? 'true' : 'false';
}

/**
 * Enumerations of .NET by the property that holds them.
 * https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.cookiebuilder.securepolicy,
 * https://learn.microsoft.com/previous-versions/aspnet/dn334411(v=vs.113) (Katana's CookieSecure),
 * https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.builder.cookiepolicyoptions.secure
 */
const ENUMERATIONS: Readonly<Record<string, string>> = {
  SecurePolicy: 'CookieSecurePolicy.Always',
  CookieSecure: 'CookieSecureOption.Always',
  Secure: 'CookieSecurePolicy.Always',
};

/** The constant that means on, where the values are words of an enumeration. */
function enumerationOf({ program, site, surface }: FixContext): string | undefined {
  const words = surface.meaning?.words;
  if (program.language !== 'csharp' || words?.['Always'] !== 'on') return undefined;
  const { place } = site.secure;
  const target = site.matched.assignment?.target;
  const key = 'path' in place && place.path !== undefined ? place.path.at(-1) : target?.kind === 'member' ? target.property : undefined;
  return key === undefined ? undefined : ENUMERATIONS[key];
}

/** The expression that is on unless the environment says development, where the language and the file have the words for it. */
function failClosedText(context: FixContext, wanted: boolean): string | undefined {
  const { program, text, hint, index, site } = context;
  const { quote } = habitsOf(program);
  switch (program.language) {
    case 'javascript':
      if (context.surface.kind === 'client' && !/\bprocess\.env\b/.test(text))
        // https://vite.dev/guide/env-and-mode: what a file asks already, its bundler knows.
        return /\bimport\.meta\.env\b/.test(text) && hint.on === undefined
          ? `import.meta.env.MODE ${wanted ? '!==' : '==='} ${quote}development${quote}`
          : undefined;
      return hint.on === undefined || hint.on === 'true'
        ? `process.env.NODE_ENV ${wanted ? '!==' : '==='} ${quote}development${quote}`
        : undefined;
    case 'ruby':
      if (/\bRails\b/.test(text) || site.matched.rule.id.startsWith('rails')) return `${wanted ? '!' : ''}Rails.env.development?`;
      return `ENV[${quote}RACK_ENV${quote}] ${wanted ? '!=' : '=='} ${quote}development${quote}`;
    case 'python':
      if (index.root.bindings.get('settings')?.import?.statement.module === 'django.conf') return `${wanted ? 'not ' : ''}settings.DEBUG`;
      return index.root.bindings.get('os')?.import?.imported === '*'
        ? `os.environ.get(${quote}ENV${quote}) ${wanted ? '!=' : '=='} ${quote}development${quote}`
        : undefined;
    case 'php': {
      if (!wanted) return undefined;
      const { written } = site.secure;
      const call =
        written?.kind === 'call' && written.callee.kind === 'name' && written.callee.name === 'env'
          ? text.slice(written.args[0]?.start, written.args[0]?.end)
          : undefined;
      if (call !== undefined && call !== '') return `env(${call}, true)`;
      return /\benv\(/.test(text)
        ? `env(${quote}SESSION_SECURE_COOKIE${quote}, true)`
        : `getenv(${quote}APP_ENV${quote}) !== ${quote}development${quote}`;
    }
    case 'csharp': {
      const environment = hostEnvironment(context);
      if (environment === undefined) return undefined;
      const on = hint.on ?? enumerationOf(context);
      if (on === undefined) return `${wanted ? '!' : ''}${environment}.IsDevelopment()`;
      return on === 'CookieSecurePolicy.Always'
        ? `${environment}.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always`
        : undefined;
    }
    // What follows needs no import, or one that is there.
    case 'go':
      return hint.on === undefined && index.root.bindings.get('os')?.import !== undefined
        ? `os.Getenv("APP_ENV") ${wanted ? '!=' : '=='} "development"`
        : undefined;
    case 'java':
      return hint.on === undefined ? `${wanted ? '!' : ''}"development".equals(System.getenv("APP_ENV"))` : undefined;
    case 'kotlin':
      return hint.on === undefined ? `System.getenv("APP_ENV") ${wanted ? '!=' : '=='} "development"` : undefined;
    case 'scala':
      return hint.on === undefined ? `${wanted ? '!' : ''}sys.env.get("APP_ENV").contains("development")` : undefined;
    case 'rust':
      return hint.on === undefined ? `std::env::var("APP_ENV").as_deref() ${wanted ? '!=' : '=='} Ok("development")` : undefined;
    default:
      return undefined;
  }
}

/**
 * Whether edits write Secure for every environment although the user wants a way out for development. Where production alone reads
 * the file, that is what it is to say.
 */
export function lacksWayOut(edits: readonly Edit[], context: FixContext): boolean {
  const { style, surface, program, text } = context;
  if (style !== 'fail-closed' || /prod/i.test(program.path)) return false;
  const always = onText({ ...context, style: 'always' });
  const hasIdiom = !isSettings(context) && failClosedText(context, surface.meaning?.inverted !== true) !== undefined;
  return edits.some((edit) => {
    // What holds while nobody sets the operator's variable.
    if (/(?:\$\{|(?:env|get\w*|fetch)\()[^(){}\n]*$/i.test(text.slice(Math.max(0, edit.start - 200), edit.start))) return false;
    return context.site.isText || /^;? ?Secure$/.test(edit.text.trim()) || (!hasIdiom && edit.text.includes(always));
  });
}

/** A variable in scope that knows the ASP.NET Core environment. */
function hostEnvironment({ index, site, text }: FixContext): string | undefined {
  for (
    let scope: ReturnType<typeof index.scopeOf> | undefined = index.scopeOf(site.matched.node);
    scope !== undefined;
    scope = scope.parent
  ) {
    for (const binding of scope.bindings.values()) {
      const value = binding.writes[0]?.value;
      if (
        value !== undefined &&
        value.end < site.range.start &&
        /\.Create(?:Slim|Default)?Builder\(/.test(text.slice(value.start, value.end))
      )
        return `${binding.name}.Environment`;
      const type =
        binding.parameter?.typeName ??
        (binding.writes[0] !== undefined && isKind(binding.writes[0].node, 'declaration') ? binding.writes[0].node.typeName : undefined);
      if (type !== undefined && /(?:^|\.)I(?:Web)?Host(?:ing)?Environment$/.test(type)) return binding.name;
    }
  }
  return undefined;
}

/** Words for off, each with its word for on: a file that says `Off` goes on with `On`. */
const WORD_FAMILIES: Readonly<Record<string, string>> = { false: 'true', off: 'on', no: 'yes', '0': '1', disabled: 'enabled', '': 'true' };

/** The word of the same family, in the same case. */
function counterpart(word: string, inverted: boolean, language: LanguageId): string | undefined {
  const lower = word.trim().toLowerCase();
  if (lower === '') return inverted ? undefined : language === 'php' || language === 'ini' ? '1' : 'true';
  const family = Object.entries(WORD_FAMILIES).find(([off, on]) => off !== '' && (off === lower || on === lower));
  if (family === undefined) return undefined;
  const wanted = inverted ? family[0] : family[1];
  if (/^[A-Z]+$/.test(word)) return wanted.toUpperCase();
  return /^[A-Z]/.test(word) ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted;
}

/** The edit that makes a written value mean on; undefined when it says so already. */
export function replacement(written: Expression, context: FixContext): Edit | undefined {
  const { text } = context;
  const edit = balanced(replacementOf(written, context), text);
  if (edit === undefined || isOn(written, context) || orphans(edit, context)) return undefined;
  return text.slice(edit.start, edit.end) === edit.text ? undefined : edit;
}

/** Whether a literal means on already: what takes that away stands elsewhere. */
function isOn(written: Expression, { surface, hint, program }: FixContext): boolean {
  const { meaning } = surface;
  if (
    written.kind !== 'literal' ||
    hint.on !== undefined ||
    isSettingsLanguage(program.language) ||
    meaning?.words !== undefined ||
    meaning?.inverted === true
  )
    return false;
  return written.value === true || (written.value === 1 && program.language === 'php');
}

/** A range that ends behind a parenthesis that begins before it goes on to that; undefined where the brackets in it are torn. */
function balanced(edit: Edit, text: string): Edit | undefined {
  let { start } = edit;
  const missing = (): number => {
    const code = text.slice(start, edit.end).replace(/(["'`])(?:\\.|(?!\1)[^\\\n])*\1/g, '');
    return (code.match(/[)\]}]/g) ?? []).length - (code.match(/[([{]/g) ?? []).length;
  };
  while (missing() > 0) {
    const before = /\(\s*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0];
    if (before === undefined) return undefined;
    start -= before.length;
  }
  return missing() < 0 ? undefined : { ...edit, start };
}

function replacementOf(written: Expression, context: FixContext): Edit {
  const { text, index, hint, surface, program } = context;
  const inverted = surface.meaning?.inverted === true;
  const parent = index.parent(written);
  if (isKind(parent, 'property') && (parent.shorthand === true || parent.getter === true)) {
    const decided = parent.shorthand === true && hint.on === undefined ? decisionEdit(written, context) : undefined;
    if (decided !== undefined) return decided;
    // `{ secure }` and `get secure() {…}` become a plain entry.
    const key = parent.key.kind === 'literal' ? String(parent.key.value) : text.slice(parent.key.start, parent.key.end);
    return { start: parent.start, end: parent.end, text: `${key}: ${onText(context)}` };
  }
  if (
    parent !== undefined &&
    'nameRange' in parent &&
    parent.nameRange !== undefined &&
    parent.nameRange.start === written.start &&
    parent.nameRange.end === written.end
  ) {
    // Ruby's `f(secure:)`.
    return { start: parent.start, end: parent.end, text: `${parent.name ?? ''}: ${onText(context)}` };
  }
  if (isSettings(context)) return settingReplacement(written, context);
  const decided = inverted || hint.on !== undefined || enumerationOf(context) !== undefined ? undefined : decisionEdit(written, context);
  if (decided !== undefined) return decided;
  const shared = sharedAssignment(written, context);
  if (shared !== undefined) return shared;
  if (written.kind === 'literal' && typeof written.value === 'string' && isQuoted(written) && hint.on === undefined) {
    const word = counterpart(written.value, inverted, program.language);
    if (word !== undefined) return { ...rangeOf(contentOf(written)), text: word };
  }
  const on = hint.on ?? enumerationOf(context);
  const qualified = on === undefined ? undefined : constantName(written, on, context);
  return qualified ?? { ...withoutParentheses(written, context), text: onText(context) };
}

/** An edit where the decision is made: the default of the operator's switch, or the constant that is named for it. */
function decisionEdit(written: Expression, context: FixContext): Edit | undefined {
  const mode = context.state === 'inverted' ? undefined : modeEdit(written, context);
  if (mode !== undefined) return mode;
  if (written.kind !== 'name') return switchEdit(written, context);
  const binding = context.index.bindingOf(written);
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
  const own = switchEdit(write.value, context);
  if (own !== undefined) return own;
  const isItsConstant = /secure|https|ssl|tls/i.test(binding.name) && write.value.kind === 'literal' && write.value.value === false;
  return isItsConstant ? (sharedAssignment(write.value, context) ?? { ...rangeOf(write.value), text: onText(context) }) : undefined;
}

/** `A = B = False` and `A, B = False, False` keep their other names: a line of its own follows. */
function sharedAssignment(written: Expression, { text, index, program, site, ...rest }: FixContext): Edit | undefined {
  if (!['python', 'ruby', 'javascript', 'php'].includes(program.language)) return undefined;
  const parent = index.parent(written);
  const assignment = isKind(parent, 'assignment')
    ? parent
    : site.matched.assignment?.value === written
      ? site.matched.assignment
      : undefined;
  const start = text.lastIndexOf('\n', written.start - 1) + 1;
  const end = ((at) => (at < 0 ? text.length : at))(text.indexOf('\n', written.end));
  const head = text.slice(start, written.start);
  if (written.kind === 'list' && program.language === 'python' && TUPLE.test(head))
    return inTuple(
      head,
      written.items.map(({ value }) => value),
      text,
    );
  const isShared = written.kind === 'assignment' || CHAINED.test(head) || (program.language === 'python' && TUPLE.test(head));
  if (assignment === undefined || /[;{}]/.test(head) || !isShared) return undefined;
  const target =
    assignment.target.kind === 'name' || assignment.target.kind === 'member' || assignment.target.kind === 'subscript'
      ? text.slice(assignment.target.start, assignment.target.end)
      : undefined;
  if (target === undefined) return undefined;
  const ended = text.slice(written.end, end).trimStart().startsWith(';') ? ';' : '';
  return {
    start: end,
    end,
    text: `\n${/^[ \t]*/.exec(head)?.[0] ?? ''}${target} = ${onText({ text, index, program, site, ...rest })}${ended}`,
  };
}

/** `A_SECURE, B_SECURE = False, False`: the values of the names that say Secure. */
function inTuple(head: string, items: readonly Expression[], text: string): Edit | undefined {
  const names = head.slice(0, head.indexOf('=')).split(',');
  const meant = items.map((item, i) => item.kind === 'literal' && item.value === false && /secure/i.test(names[i] ?? ''));
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined || names.length !== items.length || !meant.includes(true)) return undefined;
  let changed = '';
  let at = first.start;
  items.forEach((item, i) => {
    changed += text.slice(at, item.start) + (meant[i] === true ? 'True' : text.slice(item.start, item.end));
    at = item.end;
  });
  return { start: first.start, end: last.end, text: changed };
}

/** How often a text of Go says a word by itself, and how often it reads a member of it; texts in quotes say nothing. */
function wordsOf(text: string): ReadonlyMap<string, { readonly all: number; readonly members: number }> {
  const words = new Map<string, { all: number; members: number }>();
  for (const [, word = '', dot] of text.replace(/(?<=[(,=!<>{ ])"[^"\n]*"/g, '""').matchAll(/(?<![.\w"/])([A-Za-z_]\w*)(\.)?/g)) {
    const found = words.get(word);
    const members = dot === undefined ? 0 : 1;
    if (found === undefined) words.set(word, { all: 1, members });
    else {
      found.all++;
      found.members += members;
    }
  }
  return words;
}

const wordsOfFile = perIndex(({ program }) => wordsOf(program.text));

/** Whether Go would be left with a variable or an import that nothing uses any more, which it refuses to compile. */
export function orphans(edit: Edit, { program, text, index }: FixContext): boolean {
  if (program.language !== 'go') return false;
  const removed = wordsOf(text.slice(edit.start, edit.end));
  return [...removed].some(([name, { all, members }]) => {
    if (['true', 'false', 'nil'].includes(name) || new RegExp(`\\b${name}\\b`).test(edit.text)) return false;
    const inFile = wordsOfFile(index).get(name);
    const isImported = index.root.bindings.get(name)?.import !== undefined;
    if (isImported) return (inFile?.members ?? 0) <= members;
    // A package's own variables may stay unused; a function's may not.
    if ((inFile?.all ?? 0) - all !== 1) return false;
    return new RegExp(`(?<![.\\w])${name}\\b(?:(?!(?<![.\\w])${name}\\b)[^\\n])*:=|\\tvar ${name}\\b`).test(
      text.slice(0, edit.start) + text.slice(edit.end),
    );
  });
}

/** Two targets before a value. */
const CHAINED = /[^=!<>]=(?!=)[^=]*[^=!<>]=\s*$/;
const TUPLE = /^[ \t]*[\w.]+[ \t]*,[^=()]*=[^=]*$/;

/** `Microsoft.AspNetCore.Http.CookieSecurePolicy.None` keeps its qualifier: only the constant changes. */
function constantName(written: Expression, on: string, { text, style }: FixContext): Edit | undefined {
  const dot = on.lastIndexOf('.');
  if (written.kind !== 'member' || dot < 0 || style === 'fail-closed') return undefined;
  const owner = text.slice(written.object.start, written.object.end);
  return owner === on.slice(0, dot) || owner.endsWith(`.${on.slice(0, dot)}`)
    ? { ...rangeOf(written.propertyRange), text: on.slice(dot + 1) }
    : undefined;
}

function settingReplacement(written: Expression, context: FixContext): Edit {
  const { program, hint, surface } = context;
  const on = onText({ ...context, style: 'always' });
  if (written.kind !== 'literal') return { ...rangeOf(written), text: on };
  const content = rangeOf(contentOf(written));
  const inverted = surface.meaning?.inverted === true;
  const word =
    typeof written.value === 'string'
      ? written.value
      : typeof written.value === 'boolean' || typeof written.value === 'number'
        ? program.text.slice(written.start, written.end)
        : '';
  const fallback = inverted ? undefined : placeholderFallback(written, word);
  if (fallback !== undefined) return fallback;
  if (hint.on !== undefined && isQuoted(written) && /^["'].*["']$/.test(hint.on)) return { ...rangeOf(written), text: hint.on };
  if (hint.on !== undefined)
    return isQuoted(written) || typeof written.value === 'string'
      ? { ...content, text: hint.on }
      : { ...content, text: program.language === 'json' ? `"${hint.on}"` : hint.on };
  if (written.value === null && program.language === 'yaml' && written.start === written.end) return { ...content, text: ` ${on}` };
  const constant =
    inverted || typeof written.value !== 'string'
      ? undefined
      : Object.keys(surface.meaning?.words ?? {}).find((one) => surface.meaning?.words?.[one] === 'on' && /^[A-Z]/.test(one));
  if (constant !== undefined && /^[A-Z]/.test(word)) return { ...content, text: constant };
  const same = counterpart(word, inverted, program.language);
  if (same !== undefined) return { ...content, text: same };
  // A quoted word that is no boolean (`"auto"`, `'%env(bool:X)%'`) gives way to a real boolean where the format has one.
  const hasBooleans =
    program.language === 'yaml' || program.language === 'json' || program.language === 'toml' || program.language === 'hocon';
  return isQuoted(written) && hasBooleans && !word.includes('${') ? { ...rangeOf(written), text: on } : { ...content, text: on };
}

/** `${SECURE:false}` and `${SECURE:-false}`: only the default changes. */
function placeholderFallback(written: Literal, word: string): Edit | undefined {
  const match = /^\$\{[^:}]+:-?([^}]*)\}$/.exec(word.trim());
  if (match?.[1] === undefined) return undefined;
  const end = contentOf(written).end - 1;
  return { start: end - match[1].length, end, text: 'true' };
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end });

/** The value together with parentheses around it that only group. */
function withoutParentheses(written: Expression, { text, index }: FixContext): Range {
  const parent = index.parent(written);
  const isGrouped =
    isKind(parent, 'property') ||
    isKind(parent, 'assignment') ||
    (parent !== undefined && 'nameRange' in parent && parent.nameRange !== undefined);
  let { start, end } = written;
  for (;;) {
    const before = /\(\s*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0];
    const after = /^\s*\)/.exec(text.slice(end, end + 40))?.[0];
    if (
      !isGrouped ||
      parent === undefined ||
      before === undefined ||
      after === undefined ||
      start - before.length < parent.start ||
      end + after.length > parent.end
    )
      return { start, end };
    start -= before.length;
    end += after.length;
  }
}
