/** A cookie that is sent in both branches of an `if`: which of the two is sent decides about Secure as an option would. */
import type { Block, If, Node } from '../syntax/ir.js';
import { choice } from '../values/choice.js';
import type { Evaluator } from '../values/evaluator.js';
import { guardsAtEnds } from '../values/guards.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import { FOLLOWED, sitesOf, type Site } from './site.js';
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
  const counterpart = firstIn(other, namesakesOf(site, among, evaluator));
  if (counterpart === undefined) return undefined;
  evaluator.begin();
  const test = evaluator.evaluate(statement.test, program, frame);
  const [yes, no] = isConsequent ? [site.secure.value, counterpart.secure.value] : [counterpart.secure.value, site.secure.value];
  const guards = guardsAtEnds(node, index, FOLLOWED).filter((guard) => guard.test !== statement.test);
  const guard = evaluator.conjunction(guards, program, frame);
  const { guard: own, ...rest } = site;
  void own;
  return {
    ...rest,
    secure: { ...site.secure, value: choice(test, yes, no, site.secure.value.origin) },
    ...(guard === undefined ? {} : { guard }),
  };
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

/** The cookies of a file by surface and name, in source order: worked out once, so that a chain of branches costs no more than its length. */
const tables = new WeakMap<readonly Matched<CookieSurface>[], ReadonlyMap<string, readonly Site[]>>();

function namesakesOf(site: Site, among: readonly Matched<CookieSurface>[], evaluator: Evaluator): readonly Site[] {
  let table = tables.get(among);
  if (table === undefined) tables.set(among, (table = tableOf(among, evaluator)));
  const key = keyOf(site);
  return key === undefined ? [] : (table.get(key) ?? []);
}

function tableOf(among: readonly Matched<CookieSurface>[], evaluator: Evaluator): ReadonlyMap<string, readonly Site[]> {
  const table = new Map<string, Site[]>();
  for (const site of among.flatMap((one) => sitesOf(one, evaluator))) {
    const key = site.deletes ? undefined : keyOf(site);
    const namesakes = key === undefined ? undefined : table.get(key);
    if (namesakes !== undefined) namesakes.push(site);
    else if (key !== undefined) table.set(key, [site]);
  }
  for (const sites of table.values()) sites.sort((a, b) => a.matched.node.start - b.matched.node.start);
  return table;
}

function keyOf({ name, matched }: Site): string | undefined {
  return name.kind === 'known' && typeof name.value === 'string' ? `${matched.surface.id} ${name.value}` : undefined;
}

/** The first of the sites that stands inside a block: they are in source order. */
function firstIn({ start, end }: Block, sites: readonly Site[]): Site | undefined {
  let [low, high] = [0, sites.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sites[middle]?.matched.node.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  const found = sites[low];
  return found !== undefined && found.matched.node.end <= end ? found : undefined;
}
