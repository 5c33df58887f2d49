/** What the application's own configuration files give a configuration key: Spring's and MicroProfile's properties, ASP.NET's appsettings. */
import type { Expression, LanguageId, Program, RecordExpression } from '../../syntax/ir.js';
import { flattenSettings, relaxedKey, settingsRecords } from '../../syntax/settings/flatten.js';
import { spring } from '../../values/placeholders.js';
import { known, originOf, type Value } from '../../values/value.js';
import { fileMode } from '../file-modes.js';
import type { WorkspaceFiles } from '../workspace.js';
import { nearness } from './nearness.js';

interface Family {
  readonly languages: readonly LanguageId[];
  readonly files: RegExp;
  /** Without a word for it the program runs as production. */
  readonly unset?: 'production';
  /** `before`: what the key had until then. */
  readonly read: (value: Expression, program: Program, before: Value | undefined) => Value | undefined;
}

/**
 * https://docs.spring.io/spring-boot/reference/features/external-config.html: a profile's file wins over the base file;
 * https://learn.microsoft.com/aspnet/core/fundamentals/configuration/#appsettingsjson: appsettings.{Environment}.json wins.
 */
const FAMILIES: readonly Family[] = [
  {
    languages: ['java', 'kotlin', 'scala', 'properties', 'yaml'],
    files: /(?:^|\/)(?:application|bootstrap|microprofile-config)(?:-[\w-]+)?\.(?:properties|ya?ml|conf)$/,
    read: placeholders,
  },
  {
    languages: ['csharp'],
    files: /(?:^|\/)appsettings(?:\.[\w-]+)?\.json$/i,
    unset: 'production',
    read: (value, program) => (value.kind === 'literal' ? known(value.value, originOf(program, value)) : undefined),
  },
];

export interface Configured {
  /** What every environment gets that does not say otherwise. */
  readonly base?: Value;
  readonly production?: Value;
}

export class ConfigurationFiles {
  readonly #workspace: WorkspaceFiles;
  readonly #files = new Map<Family, readonly string[]>();

  constructor(workspace: WorkspaceFiles) {
    this.#workspace = workspace;
  }

  /** The values of a key (`a.b-c`, `A:B`, `A__B`) as code in `from` gets them. */
  of(key: string, from: Program): Configured {
    const family = FAMILIES.find((one) => one.languages.includes(from.language));
    if (family === undefined) return {};
    const wanted = relaxedKey(key.replace(/:|__/g, '.'));
    const files = this.#filesOf(family);
    const nearest = Math.max(...files.map((file) => nearness(from.path, file)), 0);
    let configured: Configured = {};
    let runsAsProduction = family.unset === 'production';
    for (const file of files) {
      if (nearness(from.path, file) < nearest) continue;
      const mode = fileMode(file);
      for (const program of this.#workspace.programsOf(file)) {
        for (const record of settingsRecords(program)) {
          const profile = mode ?? profileOf(record);
          if (profile === 'development' || profile === 'test' || profile === 'staging') continue;
          for (const { joined, value: written } of flattenSettings(record)) {
            const key = relaxedKey(joined);
            if (key !== wanted && key !== `%prod.${wanted}`) continue;
            const isProduction = profile === 'production' || key !== wanted;
            const value = family.read(written, program, isProduction ? (configured.production ?? configured.base) : configured.base);
            if (value === undefined) continue;
            // https://quarkus.io/guides/config-reference#profiles: without a word for it the program runs with the profile `prod`.
            configured = { ...configured, ...(isProduction ? { production: value } : { base: value }) };
            if (key !== wanted) runsAsProduction = true;
          }
        }
      }
    }
    return runsAsProduction && configured.production !== undefined ? { ...configured, base: configured.production } : configured;
  }

  #filesOf(family: Family): readonly string[] {
    let files = this.#files.get(family);
    if (files === undefined) {
      files = this.#workspace.files.filter((file) => family.files.test(file) && !/(?:^|\/)(?:test|tests)\//.test(file));
      this.#files.set(family, files);
    }
    return files;
  }
}

function placeholders(value: Expression, program: Program, before: Value | undefined): Value | undefined {
  const origin = originOf(program, value);
  if (value.kind === 'call' && value.callee.kind === 'name' && value.callee.name === 'substitution') {
    // HOCON's `${?X}` leaves what was there before where there is no X.
    const [variable, optional] = value.args.map((argument) => (argument.value.kind === 'literal' ? argument.value.value : undefined));
    if (typeof variable !== 'string') return undefined;
    return {
      kind: 'environment',
      variable,
      source: 'environment',
      origin,
      ...(optional === true && before !== undefined ? { fallback: before } : {}),
    };
  }
  if (value.kind !== 'literal') return undefined;
  return typeof value.value === 'string' ? spring(value.value, origin) : known(value.value, origin);
}

/** Documents of one YAML file may be for a profile: `spring.config.activate.on-profile`, formerly `spring.profiles`. */
function profileOf(record: RecordExpression): ReturnType<typeof fileMode> {
  const profile = flattenSettings(record).find(
    ({ joined }) => joined === 'spring.config.activate.on-profile' || joined === 'spring.profiles',
  )?.value;
  if (profile?.kind !== 'literal' || typeof profile.value !== 'string') return undefined;
  return fileMode(`application-${profile.value.split(/[,|& ]/)[0]!}.yml`) ?? 'staging';
}
