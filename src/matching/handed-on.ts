/** A cookie object that a helper makes and returns: its callers may go on setting attributes, so it is judged where they have it. */
import type { FunctionExpression, Node } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { isAbsent } from '../values/fields.js';
import { handoversOf } from '../values/handover-table.js';
import { isKind } from '../values/program-index.js';
import { originOf } from '../values/value.js';
import { callersOf, type CallerFiles } from './callers.js';
import type { Matched } from './matched.js';
import { holderOf, outermost } from './objects.js';
import { siteWith, sitesOf, type Site } from './site.js';
import { propertiesOf } from './setters.js';
import type { CookieSurface, Place } from './surface.js';

/**
 * The site as each caller of the helper leaves the object. Empty where the object is not returned, or where no caller
 * does anything about Secure or deletes the cookie: then the helper is the place to say it.
 */
export function handedOn(site: Site, evaluator: Evaluator, files: CallerFiles): Site[] {
  const { matched } = site;
  const places = [matched.surface.attributes.secure].flat();
  if (matched.caller !== undefined || !places.some(({ at }) => at === 'setter' || at === 'property')) return [];
  const fn = returningFunction(matched, evaluator);
  if (fn === undefined) return [];
  const { program } = matched;
  const callers = callersOf(
    { kind: 'parameter', name: '', function: fn, program, origin: originOf(program, fn) },
    matched,
    evaluator,
    files,
  );
  const changing = callers.filter((caller) => isChanged(caller, places, evaluator));
  if (isAbsent(site.secure.value) && changing.length > 0) return callers.flatMap((caller) => siteAt(caller, evaluator));
  const sites = changing.flatMap((caller) => siteAt(caller, evaluator));
  // What the others are given is as the helper made it.
  return sites.length > 0 && callers.length > changing.length ? [site, ...sites] : sites;
}

/** Whether a caller goes on to change Secure of what the helper gave it, or when the cookie ends. */
function isChanged({ caller }: Matched, places: readonly Place[], evaluator: Evaluator): boolean {
  if (caller === undefined) return false;
  const index = evaluator.indexOf(caller.program);
  const whole = outermost(caller.call, index);
  const names = new Set(
    places.flatMap((place) =>
      place.at === 'setter'
        ? [...place.methods, ...place.methods.flatMap(propertiesOf)]
        : place.at === 'property'
          ? (place.path.at(-1) ?? [])
          : [],
    ),
  );
  const changes = (name: string | undefined): boolean => name !== undefined && (names.has(name) || /max_?age|expires/i.test(name));
  for (let at: Node = caller.call; at !== whole;) {
    const parent = index.parent(at);
    if (parent === undefined) break;
    if (isKind(parent, 'member') && changes(parent.property)) return true;
    at = parent;
  }
  const held = holderOf(whole, index);
  return (
    held !== undefined &&
    (held.binding.mutations.some(({ path }) => changes(path.at(-1))) ||
      handoversOf(held.binding, index).some(({ node }) => evaluator.evaluate(node.callee, caller.program).kind === 'function'))
  );
}

/** The function that returns the object, directly or by the variable that holds it. */
function returningFunction({ node, program }: Matched, evaluator: Evaluator): FunctionExpression | undefined {
  const index = evaluator.indexOf(program);
  const fn = index.functionAround(node);
  if (fn === undefined) return undefined;
  const whole = outermost(node, index);
  const held = holderOf(whole, index);
  const isReturned = index
    .returnsOf(fn)
    .some(
      ({ value }) =>
        value !== undefined &&
        (value === whole || (held !== undefined && isKind(value, 'name') && index.bindingOf(value) === held.binding)),
    );
  return isReturned ? fn : undefined;
}

function siteAt(caller: Matched<CookieSurface>, evaluator: Evaluator): Site[] {
  const at = caller.caller;
  if (at === undefined) return [];
  const { call, program } = at;
  const { rule, surface, confidence } = caller;
  return sitesOf(caller, evaluator).map((site) => siteWith(site, { rule, surface, confidence, program, node: call, call }, evaluator));
}
