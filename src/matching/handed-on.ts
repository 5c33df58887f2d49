/** A cookie object that a helper makes and returns: its callers may go on setting attributes, so it is judged where they have it. */
import type { FunctionExpression } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { isAbsent } from '../values/fields.js';
import { isKind } from '../values/program-index.js';
import { originOf } from '../values/value.js';
import { callersOf, type CallerFiles } from './callers.js';
import type { Matched } from './matched.js';
import { holderOf, outermost } from './objects.js';
import { siteWith, sitesOf, type Site } from './site.js';
import type { CookieSurface } from './surface.js';

/**
 * The site as each caller of the helper leaves the object. Empty where the object is not returned, or where no caller
 * does anything about Secure or deletes the cookie: then the helper is the place to say it.
 */
export function handedOn(site: Site, evaluator: Evaluator, files: CallerFiles): Site[] {
  const { matched } = site;
  const places = [matched.surface.attributes.secure].flat();
  if (matched.caller !== undefined || !isAbsent(site.secure.value) || !places.some((place) => place.at === 'setter')) return [];
  const fn = returningFunction(matched, evaluator);
  if (fn === undefined) return [];
  const { program } = matched;
  const callers = callersOf({ kind: 'parameter', name: '', function: fn, program, origin: originOf(program, fn) }, matched, evaluator, files);
  const sites = callers.flatMap((caller) => siteAt(caller, evaluator));
  return sites.some((one) => !isAbsent(one.secure.value) || one.deletes) ? sites : [];
}

/** The function that returns the object, directly or by the variable that holds it. */
function returningFunction({ node, program }: Matched, evaluator: Evaluator): FunctionExpression | undefined {
  const index = evaluator.indexOf(program);
  const fn = index.functionAround(node);
  if (fn === undefined) return undefined;
  const whole = outermost(node, index);
  const held = holderOf(whole, index);
  const isReturned = index.returnsOf(fn).some(({ value }) => value !== undefined && (value === whole || (held !== undefined && isKind(value, 'name') && index.bindingOf(value) === held.binding)));
  return isReturned ? fn : undefined;
}

function siteAt(caller: Matched<CookieSurface>, evaluator: Evaluator): Site[] {
  const at = caller.caller;
  if (at === undefined) return [];
  const { call, program } = at;
  const { rule, surface, confidence } = caller;
  return sitesOf(caller, evaluator).map((site) => siteWith(site, { rule, surface, confidence, program, node: call, call }, evaluator));
}
