/** The fix of a cookie that is judged at a call of its helper: where the call, or the helper's own default, says what Secure is. */
import type { Hop, Matched } from '../matching/matched.js';
import type { CookieSurface } from '../matching/surface.js';
import type { Expression, FunctionExpression, Name, Parameter, Pattern, Program, Range } from '../syntax/ir.js';
import { isAbsent } from '../values/fields.js';
import type { Draft, FixContext } from './draft.js';
import { replacement } from './on-value.js';
import { titleOf } from './record-fix.js';

/** What is written at a call, or as a parameter's default, and nothing else of the helper: other callers keep what they say. */
export function callerFix(context: FixContext): Draft | undefined {
  const { site, evaluator } = context;
  const { caller } = site.matched;
  const { value } = site.secure;
  if (caller === undefined || site.isText || isAbsent(value) || value.origin.program.path !== caller.program.path) return undefined;
  const written = writtenAt(value.origin.range, caller.hops, value.origin.program);
  if (written === undefined) return undefined;
  const here: FixContext = {
    ...context,
    program: caller.program,
    text: caller.program.text,
    index: evaluator.indexOf(caller.program),
    site: { ...site, matched: atCall(site.matched, caller) },
  };
  const edit = replacement(written, here);
  return edit === undefined ? undefined : { edits: [edit], title: titleOf(here, ['secure']) };
}

/** The match as if it stood at the call: what is written there is read without the helper's bindings. */
function atCall({ frame, record, assignment, ...matched }: Matched<CookieSurface>, { program, call }: Hop): Matched<CookieSurface> {
  void [frame, record, assignment];
  return { ...matched, program, node: call, call };
}

function writtenAt(range: Range, hops: readonly Hop[], program: Program): Expression | undefined {
  for (const hop of hops) {
    const given = hop.program.path === program.path ? hop.call.args.map((argument) => argument.value) : [];
    const defaults = hop.functionProgram.path === program.path ? defaultsOf(hop.function) : [];
    const found = within([...given, ...defaults], range);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The expression with that very range among some, and in the entries of those that are records. */
function within(expressions: readonly Expression[], { start, end }: Range): Expression | undefined {
  for (const one of expressions) {
    if (one.start === start && one.end === end) return one;
    if (one.kind !== 'record' || one.start > start || one.end < end) continue;
    const inside = within(
      one.entries.flatMap((entry) => (entry.kind === 'property' && entry.getter !== true ? [entry.value] : [])),
      { start, end },
    );
    if (inside !== undefined) return inside;
  }
  return undefined;
}

const defaultsOf = ({ params }: FunctionExpression): Expression[] => params.flatMap((parameter) => ofTarget(parameter));

function ofTarget({ target, default: own }: Pick<Parameter, 'target' | 'default'>): Expression[] {
  const inner = isPattern(target) ? target.elements.flatMap((element) => ofTarget(element)) : [];
  return own === undefined ? inner : [own, ...inner];
}

const isPattern = (target: Name | Pattern): target is Pattern => target.kind === 'pattern';
