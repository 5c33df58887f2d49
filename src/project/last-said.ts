/** What an app says about its proxy in the end, where the same lines say it more than once: `app.set('trust proxy', 1); app.disable('trust proxy');`. */
import type { Matched } from '../matching/matched.js';
import type { ProxySurface } from '../matching/surface.js';
import type { LanguageId } from '../syntax/ir.js';
import { indexOf } from '../values/program-index.js';
import { choice, type Value } from '../values/value.js';
import type { FoundTrust } from './policies.js';

type TrustOfLanguages = FoundTrust & { readonly languages: readonly LanguageId[] };

/** One place that says something, and the conditions under which it does. */
export interface SaidTrust {
  readonly trust: TrustOfLanguages;
  readonly matched: Matched<ProxySurface>;
  readonly guard?: Value;
}

/** Of settings of one object in one function the last one counts, and those before it where its conditions do not hold. */
export function lastSaid(said: readonly SaidTrust[]): readonly TrustOfLanguages[] {
  const settings = new Map<string, TrustOfLanguages>();
  const others: TrustOfLanguages[] = [];
  for (const { trust, matched, guard } of [...said].sort((a, b) => a.matched.node.start - b.matched.node.start)) {
    const key = objectOf(matched);
    if (key === undefined) {
      others.push(trust);
      continue;
    }
    const before = settings.get(key);
    settings.set(
      key,
      before === undefined || guard === undefined
        ? trust
        : { ...trust, value: choice(guard, trust.value, before.value, trust.value.origin) },
    );
  }
  return [...settings.values(), ...others];
}

/** The object whose setting it is, as the code names it in one function. */
function objectOf({ surface, call, assignment, program }: Matched<ProxySurface>): string | undefined {
  if (surface.value === undefined) return undefined;
  const target = assignment?.target;
  if (target !== undefined && target.kind !== 'pattern')
    return `${program.path}:${indexOf(program).functionAround(assignment!)?.start ?? ''} ${surface.id} ${program.text.slice(target.start, target.end)}`;
  if (call?.callee.kind !== 'member') return undefined;
  const { object } = call.callee;
  const around = indexOf(program).functionAround(call);
  return `${program.path}:${around === undefined ? '' : around.start} ${surface.id} ${program.text.slice(object.start, object.end)}`;
}
