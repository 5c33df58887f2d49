/** What an edit takes away besides: the operator's switch that decided, or that the cookie follows the request's scheme. */
import type { Edit, Fix, SecureState } from '../cookies/finding.js';
import { isDebugVariable, isModeVariable, isProductionVariable, isTestRunnerVariable, MODE_PREDICATE } from '../values/outcome.js';
import { isAbsent } from '../values/fields.js';
import { calledName } from '../syntax/called-name.js';
import type { Expression } from '../syntax/ir.js';
import type { Value } from '../values/value.js';
import { dependenciesOf } from '../values/worlds.js';
import type { FixContext } from './draft.js';
import { shortened } from './record-fix.js';

/** Code that says nothing but on or off. */
const LITERAL =
  /^\(?\s*(?:not\s+|!\s*)?(?:(?:[a-z]*["'`][^"'`]*["'`]|true|false|null|nil|none|undefined|off|no|on|yes|-?\d+|[\w.]*\b(?:None|Never|Always|SameAsRequest|Auto))\s*)?\)?$/i;

/** What has to be checked before code that decided by itself is replaced; undefined where it was a plain value. */
export function takesAway(edits: readonly Edit[], { site, text, state, program }: FixContext): string | undefined {
  const replaced = edits.filter(({ start, end }) => end > start && !LITERAL.test(text.slice(start, end)));
  const { value, written } = site.secure;
  if (replaced.length === 0 || (written === undefined && isAbsent(value))) return undefined;
  const { environment, request, mode } = dependenciesOf(site.secure.value);
  const lost = replaced.find((edit) => !keepsReading(edit, text));
  if (lost === undefined) return undefined;
  const code = shortened(conditionOf(text.slice(lost.start, lost.end)));
  if (environment.some(({ variable }) => isOperators(variable)))
    return `check that nobody needs ${code} to decide: it is not asked here any more`;
  if (state === 'disabled' && site.secure.value.origin.program.path !== program.path)
    return `check that ${code} is not to decide: it is made in ${site.secure.value.origin.program.path}`;
  if (state === 'env-escape-hatch') return 'check that nobody needs the way out for development';
  if (request) return 'check that nobody is to use it over plain HTTP, where browsers refuse a Secure cookie';
  // What follows no mode was somebody's to decide: a setting of the library, a field of an object.
  // A constant of the file decides nothing by itself.
  if (value.kind === 'known' && value.absent !== true && value.origin.program.path === program.path) return undefined;
  return mode || site.isText || state === 'unresolved' || environment.length > 0 ? undefined : `check that ${code} is not to decide`;
}

/** Of `if (process.env.TLS) {` what is asked. */
function conditionOf(code: string): string {
  const test = code.replace(/^(?:if|unless)\s*\(?/, '').trimEnd();
  if (!test.endsWith('{') && !test.endsWith(':')) return test;
  const closed = test.slice(0, -1).trimEnd();
  return closed.endsWith(')') ? closed.slice(0, -1).trimEnd() : closed;
}

/** A variable that is there for the operator to say what he wants: no mode, and nothing that developers and tests set. */
const isOperators = (name: string): boolean =>
  !(
    name.startsWith(MODE_PREDICATE) ||
    isModeVariable(name) ||
    isDebugVariable(name) ||
    isProductionVariable(name) ||
    isTestRunnerVariable(name)
  );

/** The operator's variables that a value asks. */
export const switchesOf = (value: Value): string[] => [...dependenciesOf(value).variables].filter(isOperators);

/** What the cookies of an app are Secure by, where somebody may have to switch it off. */
export interface Switches {
  /** The operator's variables. */
  readonly variables: readonly string[];
  /** Code that asks for the scheme of the request, or of the page. */
  readonly scheme: boolean;
}

/** The switches of cookies, by the state and the value of each. */
export function switchesAmong(cookies: readonly JudgedValue[]): Switches {
  const variables = cookies.flatMap(({ state, value }) =>
    state === 'env-conditional' || state === 'env-escape-hatch'
      ? [...dependenciesOf(value).variables].filter((name) => isOperators(name) || isProductionVariable(name))
      : [],
  );
  return { variables: [...new Set(variables)], scheme: cookies.some(followsScheme) };
}

interface JudgedValue {
  readonly state: SecureState;
  readonly value: Value;
  readonly written?: Expression;
}

/** What could not be followed to its end asks for the scheme where its name says so: `http_is_protocol_https()`. */
const followsScheme = ({ state, value, written }: JudgedValue): boolean =>
  (state === 'request-conditional' && dependenciesOf(value).request) ||
  (state === 'unresolved' &&
    value.kind === 'unknown' &&
    written?.kind === 'call' &&
    /https|is_?ssl|is_?secure/i.test(calledName(written.callee) ?? ''));

/** In an app whose other cookies can do without Secure on purpose, a fix that knows nothing of it is not made unasked. */
export function besideSwitch(fix: Fix, { variables, scheme }: Switches): Fix {
  const [name] = variables;
  if (!fix.safe || (name === undefined && !scheme)) return fix;
  const model = name === undefined ? "the request's scheme" : `\`${name}\``;
  return { ...fix, safe: false, title: `${fix.title} (check whether it should follow ${model}, as others here do)` };
}

/** Whether what decided is still read: the comparison was turned around, or its default changed. */
function keepsReading({ start, end, text: added }: Edit, text: string): boolean {
  const names =
    text
      .slice(start, end)
      .replace(/(["'`])(?:(?!\1).)*\1/g, '')
      .match(/[A-Za-z_]\w*/g) ?? [];
  const longest = names
    .filter((name) => !/^(?:true|false|not|is|and|or|if|else|none|null)$/i.test(name))
    .sort((a, b) => b.length - a.length)[0];
  // `{ secure }` becomes `{ secure: true }`: the key is no reading.
  return longest !== undefined && added.replace(/^\w+\s*:\s*/, '').includes(longest);
}
