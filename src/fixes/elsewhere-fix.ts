/** The fix of a cookie that is decided in another file: at the default of a helper's parameter, in the helper, or where a setting is written. */
import type { SecureState } from '../cookies/finding.js';
import type { Expression, Node, Program, Range } from '../syntax/ir.js';
import { isSettingsLanguage } from '../syntax/settings/ids.js';
import { walk } from '../syntax/walk.js';
import type { Evaluator } from '../values/evaluator.js';
import { isAbsent } from '../values/fields.js';
import { isKind } from '../values/program-index.js';
import type { Draft, FixContext } from './draft.js';
import { fieldDraft, leftOutBy } from './field-fix.js';
import { replacement } from './on-value.js';
import { titleOf } from './record-fix.js';

/** A draft of edits in `path`. */
export interface DraftElsewhere {
  readonly draft: Draft;
  readonly context: FixContext;
  readonly path: string;
}

/**
 * What is to be written in another file. `inHelper` drafts the edit where the helper makes the cookie, which is the place where nobody says
 * anything.
 */
export function elsewhereFix(context: FixContext, inHelper: (context: FixContext) => Draft | undefined): DraftElsewhere | undefined {
  const { site, evaluator } = context;
  const { value } = site.secure;
  const field = leftOutBy(context);
  const { program } = field ?? (isAbsent(value) ? site.matched : value.origin);
  if (program.path === context.program.path || program.path === '' || site.isText || isSettingsLanguage(program.language)) return undefined;
  const there = inProgram(context, program, evaluator);
  const draft =
    field !== undefined ? fieldDraft(field, there) : isAbsent(value) ? atHelper(there, inHelper) : atOrigin(value.origin.range, there);
  if (draft === undefined) return undefined;
  const others = isAbsent(value) ? 'check that no other caller of the helper is to decide' : 'check what else it decides';
  return {
    draft: { ...draft, title: `${draft.title} in \`${program.path}\``, check: draft.check ?? others },
    context: there,
    path: program.path,
  };
}

/** The fix with the helper's program as the one that is edited. */
function inProgram(context: FixContext, program: Program, evaluator: Evaluator): FixContext {
  return { ...context, program, text: program.text, index: evaluator.indexOf(program) };
}

/** In the helper's call, as if nobody called it. */
function atHelper(context: FixContext, inHelper: (context: FixContext) => Draft | undefined): Draft | undefined {
  const { caller, ...matched } = context.site.matched;
  void caller;
  return inHelper({ ...context, site: { ...context.site, matched } });
}

/** Where it is written what decides: a parameter's default, an entry, a constant that says so by its name, the argument of the call itself. */
function atOrigin(range: Range, context: FixContext): Draft | undefined {
  if (!DECIDED.has(context.state)) return undefined;
  const written = expressionAt(range, context.program);
  const name = written === undefined ? undefined : nameOf(written, context);
  if (written === undefined || name === undefined) return undefined;
  const { frame, ...matched } = context.site.matched;
  void frame;
  const edit = replacement(written, { ...context, site: { ...context.site, matched: { ...matched, program: context.program } } });
  if (edit === undefined) return undefined;
  const title = /^set[A-Z]/.test(name) ? `Call \`${name}(${edit.text})\`` : titleOf(context, [name]);
  return { edits: [edit], title };
}

const DECIDED: ReadonlySet<SecureState> = new Set(['disabled', 'missing', 'env-conditional', 'request-conditional']);

/** What an expression is written for, where that is Secure by its name or place: `isProduction` and what a function gives back decide more. */
function nameOf(written: Expression, { index, text, site }: FixContext): string | undefined {
  const parent = index.parent(written);
  if (parent === undefined) return undefined;
  const call = isKind(parent, 'call') ? parent : index.parent(parent);
  if (isKind(call, 'call') && call.args.some(({ value }) => value === written)) {
    const { callee } = call;
    const method = callee.kind === 'member' ? callee.property : '';
    return /secure/i.test(method) ? method : call === site.matched.call ? 'secure' : undefined;
  }
  const target: Node | undefined = isKind(parent, 'property') ? parent.key : 'target' in parent ? parent.target : undefined;
  const name = target === undefined ? '' : text.slice(target.start, target.end).replace(/["']/g, '');
  return /^[$\w.]{1,60}$/.test(name) && /secure/i.test(name) ? name : undefined;
}

/** The outermost expression at a range. */
function expressionAt(range: Range, { body }: Program): Expression | undefined {
  let found: Expression | undefined;
  for (const statement of body) {
    walk(statement, (node) => {
      if (found === undefined && node.start === range.start && node.end === range.end && EXPRESSIONS.some((kind) => isKind(node, kind)))
        found = node as Expression;
      return found === undefined && node.start <= range.start && node.end >= range.end;
    });
  }
  return found;
}

const EXPRESSIONS = ['literal', 'binary', 'call', 'member', 'logical', 'conditional', 'unary'] as const;
