/** The fixes at options that several cookies share: the entry for Secure, where it is written; of a text, where the helper gives it. */
import type { Edit, Fix, SecureState } from '../cookies/finding.js';
import type { Site } from '../matching/site.js';
import type { Assignment, Expression, Program } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { guardsOf } from '../values/guards.js';
import type { ProgramIndex } from '../values/program-index.js';
import type { Origin } from '../values/value.js';
import type { FixContext } from './draft.js';
import { finished } from './finished.js';
import type { FixOptions } from './fix-options.js';
import { assignedAlways } from './guarded-piece.js';
import { replacement } from './on-value.js';
import { titleOf } from './record-fix.js';
import { textFix } from './text-fix.js';
import { withTrust } from './trust-fix.js';

/** The fix of the entry that decides `site`, one of its cookies. Edits are in the entry's file. Empty where a condition guards the entry. */
export function optionsFixes(entry: Origin, site: Site, state: SecureState, evaluator: Evaluator, options: FixOptions): Fix[] {
  const { program, range } = entry;
  const index = evaluator.indexOf(program);
  const { surface } = site.matched;
  if (site.isText) return textFixes(site, state, program, evaluator, options);
  const written = valueAt(range, index);
  const context = { site, state, surface, hint: surface.fix ?? {}, program, text: program.text, index, evaluator, ...options };
  const edits = written === undefined ? guardedEdits(range, context) : [replacement(written, context)].filter((edit) => edit !== undefined);
  return edits.length === 0 ? [] : [finished(withTrust({ title: titleOf(context, ['secure']), edits }, context), context)];
}

/** The fix of a text that a helper in `program` builds. */
function textFixes(site: Site, state: SecureState, program: Program, evaluator: Evaluator, options: FixOptions): Fix[] {
  const { written, ...secure } = site.secure;
  void written;
  if (secure.value.origin.program !== program) return [];
  const { surface } = site.matched;
  const context: FixContext = {
    site: { ...site, secure },
    state,
    surface,
    hint: surface.fix ?? {},
    program,
    text: program.text,
    index: evaluator.indexOf(program),
    evaluator,
    ...options,
  };
  const draft = textFix(context);
  return draft === undefined ? [] : [finished(draft, context)];
}

/** The assignment of the entry without its condition. */
function guardedEdits({ start, end }: Origin['range'], context: FixContext): Edit[] {
  const assignment = context.index.assignments.find((one) => one.start === start && one.end === end);
  return assignment === undefined ? [] : (assignedAlways(assignment, context) ?? []);
}

/** What the entry of a literal holds, or what is always assigned. */
function valueAt(range: Origin['range'], index: ProgramIndex): Expression | undefined {
  const isAt = (node: { readonly start: number; readonly end: number }): boolean => node.start === range.start && node.end === range.end;
  const property = index.records.flatMap(({ entries }) => entries).find(isAt);
  if (property !== undefined) return property.kind === 'property' && property.getter !== true ? property.value : undefined;
  const assignment: Assignment | undefined = index.assignments.find(isAt);
  return assignment === undefined || guardsOf(assignment, index.functionAround(assignment), index, { earlyExits: false }).length > 0
    ? undefined
    : assignment.value;
}
