/** A cookie that is sent in both branches of an `if`: which of the two is sent decides about Secure as an option would. */
import type { Block, If, Node } from '../syntax/ir.js';
import { choice } from '../values/choice.js';
import type { Evaluator } from '../values/evaluator.js';
import { guardsOf } from '../values/guards.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import type { Value } from '../values/value.js';
import { sitesOf, type Site } from './site.js';
import type { Matched } from './matched.js';
import type { CookieSurface } from './surface.js';

interface Branch {
  readonly statement: If;
  /** The branch that the site does not stand in. */
  readonly other: Block;
  readonly isConsequent: boolean;
}

/** The site with what the other branch says about the same cookie; undefined where that branch does not send it. */
export function withOtherBranch(site: Site, among: readonly Matched<CookieSurface>[], evaluator: Evaluator): Site | undefined {
  const { matched } = site;
  const { program, frame, node } = matched;
  const index = evaluator.indexOf(program);
  const branch = matched.caller === undefined ? branchOf(node, index) : undefined;
  if (branch === undefined) return undefined;
  const { statement, other, isConsequent } = branch;
  const counterpart = among
    .filter((one) => one.program === program && one.surface.id === matched.surface.id && one.node.start >= other.start && one.node.end <= other.end)
    .flatMap((one) => sitesOf(one, evaluator))
    .find((one) => !one.deletes && isSameName(one.name, site.name));
  if (counterpart === undefined) return undefined;
  evaluator.begin();
  const test = evaluator.evaluate(statement.test, program, frame);
  const [yes, no] = isConsequent ? [site.secure.value, counterpart.secure.value] : [counterpart.secure.value, site.secure.value];
  const guards = guardsOf(node, undefined, index, { earlyExits: true }).filter((guard) => guard.test !== statement.test);
  const guard = evaluator.conjunction(guards, program, frame);
  const { guard: own, ...rest } = site;
  void own;
  return { ...rest, secure: { ...site.secure, value: choice(test, yes, no, site.secure.value.origin) }, ...(guard === undefined ? {} : { guard }) };
}

/** The nearest `if` around a place in its function, with two branches. */
function branchOf(node: Node, index: ProgramIndex): Branch | undefined {
  let child: Node = node;
  for (let at = index.parent(node); at !== undefined && !isKind(at, 'function'); child = at, at = index.parent(at)) {
    if (!isKind(at, 'if') || (child !== at.consequent && child !== at.alternate)) continue;
    const isConsequent = child === at.consequent;
    const other = isConsequent ? at.alternate : at.consequent;
    return other === undefined ? undefined : { statement: at, other, isConsequent };
  }
  return undefined;
}

const isSameName = (one: Value, other: Value): boolean => one.kind === 'known' && other.kind === 'known' && typeof one.value === 'string' && one.value === other.value;
