/** Symfony's session settings as production gets them: over the packages of all environments, of prod, and `when@prod`. */
import { locate } from '../matching/places.js';
import type { Matched } from '../matching/matched.js';
import type { CookieSurface } from '../matching/surface.js';
import { isSince } from '../matching/versions.js';
import type { Program, Property, RecordExpression } from '../syntax/ir.js';
import { flattenSettings, settingsRecords } from '../syntax/settings/flatten.js';
import { isAbsent } from '../values/fields.js';
import { WorldReader } from '../values/outcome.js';
import { absent, known, originOf } from '../values/value.js';
import type { ModelContext, ProjectModel, WrittenSetting } from './model.js';
import { containerParameter, serviceArgument } from './symfony-parameters.js';

/** The packages that bring the framework. */
const PACKAGES = ['symfony/framework-bundle', 'symfony/symfony'];

export interface SymfonyFacts {
  /** The surface of the session settings. */
  readonly session: string;
}

/** One place that configures the session: `framework.session`. */
interface Section {
  readonly program: Program;
  readonly entry: Property;
  readonly rank: number;
}

export function symfonyModel(facts: SymfonyFacts): ProjectModel {
  return {
    rule: 'symfony',
    surfaces: [facts.session],
    judge: (context) => judge(context, facts),
    settingOf: (context, key, from) => {
      const [, service, argument] = /^argument:(.+):(.+)$/s.exec(key) ?? [];
      if (service !== undefined) return serviceArgument(service, argument!, context);
      if (key !== 'framework.session.cookie_secure') return containerParameter(key, context);
      const found = deciding(context, facts);
      if (found !== undefined && !isAbsent(found.value)) return found.value;
      const origin = originOf(from, { start: 0, end: 0 });
      // https://github.com/symfony/symfony/blob/7.0/src/Symfony/Bundle/FrameworkBundle/CHANGELOG.md
      return PACKAGES.some((name) => isSince(context.apps.versionOf(context.app, name), '7.0')) ? known('auto', origin) : absent(origin);
    },
  };
}

function judge(context: ModelContext, facts: SymfonyFacts): readonly WrittenSetting[] {
  const found = deciding(context, facts);
  if (found === undefined) return [];
  const { matched, value } = found;
  const name = locate(matched.surface.name!, matched, context.evaluator).value;
  const outcome = new WorldReader({ mode: 'production', variables: new Map(), https: true, truth: 'strict' }).read(name);
  const written = outcome.kind === 'literal' && typeof outcome.value === 'string' ? outcome.value : (matched.surface.defaultName ?? null);
  return [{ kind: 'written', matched, value, name: { name: written, session: true }, path: ['cookie_secure'] }];
}

/** The last section in the order in which production reads them that writes Secure; the first one where none does. */
function deciding(
  context: ModelContext,
  facts: SymfonyFacts,
): { readonly matched: Matched<CookieSurface>; readonly value: ReturnType<typeof locate>['value'] } | undefined {
  const { rule, surface } = context.surface(facts.session);
  const sections = context.programs.flatMap(sectionsOf).sort((a, b) => a.rank - b.rank);
  let first: { matched: Matched<CookieSurface>; value: ReturnType<typeof locate>['value'] } | undefined;
  let last: typeof first;
  for (const { program, entry } of sections) {
    // `session: false` and `session: ~` are no session.
    if (entry.value.kind === 'literal' && entry.value.value !== true && entry.value.value !== 'true') continue;
    const record: { readonly record?: RecordExpression } = entry.value.kind === 'record' ? { record: entry.value } : {};
    const matched: Matched<CookieSurface> = {
      rule,
      surface,
      program,
      node: entry,
      value: entry.value,
      placeholders: 'symfony',
      confidence: 'high',
      ...record,
    };
    context.evaluator.begin();
    const { value } = locate(surface.attributes.secure, matched, context.evaluator);
    first ??= { matched, value };
    if (!isAbsent(value)) last = { matched, value };
  }
  return last ?? first;
}

/** https://symfony.com/doc/current/configuration.html#configuration-environments */
function sectionsOf(program: Program): Section[] {
  if (program.language !== 'yaml') return [];
  const folder = /(?:^|\/)(?:config\/packages|app\/config)\/(?:([a-z_]+)\/)?[^/]+\.ya?ml$/.exec(program.path);
  const environment = folder?.[1] ?? /(?:^|\/)config_([a-z]+)\.ya?ml$/.exec(program.path)?.[1];
  if (environment !== undefined && environment !== 'prod') return [];
  return settingsRecords(program).flatMap((record) =>
    flattenSettings(record).flatMap((setting): Section[] => {
      if (setting.joined === 'framework.session') return [{ program, entry: setting.entry, rank: environment === 'prod' ? 1 : 0 }];
      return setting.joined === 'when@prod.framework.session' ? [{ program, entry: setting.entry, rank: 2 }] : [];
    }),
  );
}
