/** How far a cookie switch in a server's configuration reaches: all that the file passes on to apps, or nothing that can be relied on. */
import type { Matched } from '../matching/matched.js';
import type { PolicySurface, Reach } from '../matching/surface.js';
import { blockAround, calleeName, directivesIn, type Parents } from '../syntax/settings/blocks.js';
import type { Call } from '../syntax/ir.js';

/** Configurations that are there to be copied say nothing about production. */
const SAMPLE =
  /(?:^|\/)(?:contrib|examples?|samples?|docs?|documentation|demos?|tests?|spec|fixtures?|testdata)\/|[.\-_](?:example|sample|dist|default)(?:[.\-_]|$)|(?:^|\/)(?:example|sample)[.\-_]/i;

/** Whether every request that the policy's file passes on meets one of `policies` (the matches of the policy's surface in that file). */
export function reachesAll(
  matched: Matched<PolicySurface>,
  reach: Reach,
  policies: readonly Matched[],
  calls: readonly Call[],
  index: Parents,
): boolean {
  if (SAMPLE.test(matched.program.path)) return false;
  const own = policies.flatMap(({ call }) => (call === undefined ? [] : [call]));
  const { call } = matched;
  // XML rules have no blocks to be read: they hold for the whole application.
  if (call === undefined) return true;
  const named = (names: readonly string[]): Call[] => calls.filter((one) => names.includes(calleeName(one) ?? ''));
  if (named(reach.blind ?? []).length > 0) return false;
  const groups = reach.passes.map(named).filter((group) => group.length > 0);
  if (groups.length === 0) return isTop(scopeOf(call, reach, index), reach, index);
  return groups.some((group) => group.every((pass) => meets(pass, own, calleeName(call), reach, index)));
}

/** Whether a request that a directive passes on meets a policy: in its own block, or one around it. */
function meets(pass: Call, policies: readonly Call[], name: string | undefined, reach: Reach, index: Parents): boolean {
  if (pass.block !== undefined && policies.some((policy) => blockAround(policy, index) === pass)) return true;
  let scope: Call | undefined = pass;
  do {
    scope = scopeOf(scope, reach, index);
    const here = policies.filter((policy) => scopeOf(policy, reach, index) === scope);
    if (here.length > 0) return true;
    if (reach.replaces === true && directivesIn(scope, index).some((other) => calleeName(other) === name)) return false;
  } while (scope !== undefined);
  return false;
}

/** The block around a directive that counts. */
function scopeOf(call: Call, reach: Reach, index: Parents): Call | undefined {
  let around = blockAround(call, index);
  while (around !== undefined && isSeenThrough(around, reach)) around = blockAround(around, index);
  return around;
}

function isSeenThrough(block: Call, { transparent, whole }: Reach): boolean {
  const name = calleeName(block) ?? '';
  const first = block.args[0]?.value;
  return transparent?.includes(name) === true || (first?.kind === 'literal' && whole?.[name]?.test(String(first.value)) === true);
}

function isTop(scope: Call | undefined, reach: Reach, index: Parents): boolean {
  if (scope === undefined) return true;
  return reach.top?.includes(calleeName(scope) ?? '') === true && isTop(scopeOf(scope, reach, index), reach, index);
}
