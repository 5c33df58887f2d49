/**
 * Keeps an operator's switch: where a variable of the deployment decides, the fix changes what holds while nobody sets it, so that
 * it takes a deliberate `false` to send the cookie without Secure, and never takes the variable away.
 */
import type { Edit } from '../cookies/finding.js';
import type { Call, Expression, Literal } from '../syntax/ir.js';
import { isDebugVariable, isModeVariable, isTestRunnerVariable } from '../values/outcome.js';
import type { Value } from '../values/value.js';
import { evaluated, type FixContext } from './draft.js';
import { contentOf, habitsOf, isQuoted } from './layout.js';
import { switchesOf } from './taken-away.js';
import { UNEQUAL } from './unequal.js';

/** Words for on, each with its word for off. */
const OPPOSITES: Readonly<Record<string, string>> = { true: 'false', '1': '0', yes: 'no', on: 'off' };

/** The edit of a switch; undefined for what is none. */
export function switchEdit(written: Expression, context: FixContext, depth = 0): Edit | undefined {
  const { program, text } = context;
  if (written.kind === 'binary') {
    const [read, word] = written.left.kind === 'literal' ? [written.right, written.left] : [written.left, written.right];
    if (word.kind !== 'literal' || typeof word.value !== 'string' || !isQuoted(word) || !isSwitch(read, context)) return undefined;
    const off = opposite(word.value);
    if (off === undefined) return undefined;
    const fallback = fallbackOf(read);
    if (fallback !== undefined)
      return isOff(fallback) && isQuoted(fallback) ? { ...rangeOf(contentOf(fallback)), text: word.value } : undefined;
    const between = text.slice(written.left.end, written.right.start);
    const operator = between.trim();
    const unequal = UNEQUAL[program.language]?.[operator];
    if (unequal === undefined) return undefined;
    const content = contentOf(word);
    const [left, right] = [text.slice(written.left.start, written.left.end), text.slice(written.right.start, written.right.end)];
    const turned = text.slice(word.start, content.start) + off + text.slice(content.end, word.end);
    const parts =
      word === written.right ? [left, between.replace(operator, unequal), turned] : [turned, between.replace(operator, unequal), right];
    return { start: written.left.start, end: written.right.end, text: parts.join('') };
  }
  const fallback = written.kind === 'call' && isSwitch(written, context) ? fallbackOf(written) : undefined;
  return fallback === undefined ? (laravelDefault(written, context) ?? defaultEdit(written, context, depth)) : onLiteral(fallback, context);
}

/** Laravel's `env('X')` gets a default: it makes booleans of the words itself. https://laravel.com/docs/configuration#retrieving-environment-configuration */
function laravelDefault(written: Expression, { program }: FixContext): Edit | undefined {
  if (
    program.language !== 'php' ||
    written.kind !== 'call' ||
    written.callee.kind !== 'name' ||
    written.callee.name !== 'env' ||
    written.args.length !== 1
  )
    return undefined;
  const at = written.args[0]!.end;
  return { start: at, end: at, text: ', true' };
}

/** Switches that fall back on each other, in a row. */
const MOST_SWITCHES = 4;

/** `get('A') or str(B)`, `get('A', str(B))`: another switch of the file is turned where it is read; what is none gives way to a text. */
function defaultEdit(written: Expression, context: FixContext, depth: number): Edit | undefined {
  const { program, text, index } = context;
  const code = text.slice(written.start, written.end);
  if (depth > MOST_SWITCHES || !switchesOf(evaluated(written, context)).some((variable) => code.includes(variable))) return undefined;
  const other = otherwise(written);
  if (other?.kind !== 'call' || other.callee.kind !== 'name' || !/^(?:str|String)$/.test(other.callee.name)) return undefined;
  const [given] = other.args;
  const binding = given?.value.kind === 'name' && /secure|cookie/i.test(given.value.name) ? index.bindingOf(given.value) : undefined;
  const [write, another] = binding?.writes ?? [];
  if (write?.value !== undefined && another === undefined) return switchEdit(write.value, context, depth + 1);
  const { quote } = habitsOf(program);
  return { ...rangeOf(other), text: `${quote}true${quote}` };
}

/** What is taken where the variable is missing. */
function otherwise(read: Expression): Expression | undefined {
  if (read.kind === 'logical') return read.operator === 'and' ? undefined : read.right;
  if (read.kind !== 'call') return undefined;
  return read.args.length === 1 ? otherwise(read.args[0]!.value) : read.args.at(-1)?.value;
}

/** Whether an expression reads a variable that is the operator's own: no mode, and nothing that the program is refused without. */
function isSwitch(expression: Expression, context: FixContext): boolean {
  const read = readOf(evaluated(expression, context));
  return (
    read?.kind === 'environment' &&
    read.source === 'environment' &&
    !isModeVariable(read.variable) &&
    !isDebugVariable(read.variable) &&
    !isTestRunnerVariable(read.variable)
  );
}

/** What is read, in lower case or without spaces. */
function readOf(value: Value): Value | undefined {
  if (value.kind === 'operation' && value.operands.length === 1) return readOf(value.operands[0]!);
  return value.kind === 'environment' ? value : undefined;
}

/** The literal that is read where the variable is missing: the last argument of the reading call, behind the name. */
function fallbackOf(read: Expression): Literal | undefined {
  if (read.kind !== 'call') return undefined;
  const last = read.args.at(-1)?.value;
  if (read.args.length > 1 && last?.kind === 'literal') return last;
  return read.callee.kind === 'member' ? fallbackOf(read.callee.object) : innermost(read);
}

/** `str(os.environ.get('X', 'False'))` */
function innermost({ args }: Call): Literal | undefined {
  const [only] = args;
  return args.length === 1 && only !== undefined ? fallbackOf(only.value) : undefined;
}

const isOff = ({ value }: Literal): boolean =>
  value === false || value === null || value === 0 || ['', 'false', '0', 'no', 'off', 'none'].includes(String(value).toLowerCase());

function onLiteral(literal: Literal, { program }: FixContext): Edit | undefined {
  if (!isOff(literal)) return undefined;
  const word =
    typeof literal.value === 'string'
      ? (Object.keys(OPPOSITES).find((on) => OPPOSITES[on] === String(literal.value).toLowerCase()) ?? 'true')
      : undefined;
  if (word !== undefined)
    return isQuoted(literal)
      ? { ...rangeOf(contentOf(literal)), text: /^[A-Z]/.test(String(literal.value)) ? word.charAt(0).toUpperCase() + word.slice(1) : word }
      : undefined;
  if (literal.value === 0) return { ...rangeOf(literal), text: '1' };
  return { ...rangeOf(literal), text: program.language === 'python' ? 'True' : 'true' };
}

function opposite(word: string): string | undefined {
  const off = OPPOSITES[word.toLowerCase()];
  return off === undefined || !/^[A-Z]/.test(word) ? off : off.charAt(0).toUpperCase() + off.slice(1);
}

const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number } => ({
  start,
  end,
});
