/** The catalogue as it is read: a rule of several modules once, a surface that is recognised in several ways once. */
import type { Rule, Surface } from '../src/matching/surface.js';

export interface ListedSurface {
  /** The module that states it first. */
  readonly rule: Rule;
  readonly surface: Surface;
}

/** The modules of each rule by its id. */
export function modulesById(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const byId = new Map<string, Rule[]>();
  for (const rule of rules) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule]);
  return byId;
}

/** Each surface of the modules once, in their order. */
export function listedSurfaces(modules: readonly Rule[]): ListedSurface[] {
  const seen = new Set<string>();
  return modules.flatMap((rule) => rule.surfaces.filter(({ id }) => !seen.has(id) && seen.add(id)).map((surface) => ({ rule, surface })));
}

/** The titles of the modules: `Spring, Spring Boot`. */
export function titlesOf(modules: readonly Rule[]): string {
  return [...new Set(modules.map(({ title }) => title))].join(', ');
}

const roles: Readonly<Record<Surface['kind'], string>> = {
  write: 'sets a cookie',
  session: 'configures a cookie that the framework sends',
  header: 'writes a Set-Cookie header',
  client: 'sets a cookie in the browser',
  policy: 'makes other cookies Secure',
  proxy: 'trusts the proxy in front of the app',
  condition: 'decides whether others count',
};

/** What a surface does, in a few words. */
export function roleOf(surface: Surface): string {
  return 'deletes' in surface && surface.deletes?.when === 'always' ? 'deletes a cookie' : roles[surface.kind];
}
