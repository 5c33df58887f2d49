/** A project's own cookie functions, declared in its configuration, as a rule like any other. */
import { rules as catalogue } from '../../rules/index.js';
import { argument, keyword, type CookieSurface, type Match, type Place, type Rule } from '../matching/surface.js';
import type { Config, CustomSurface } from './config/config.js';

/** The rules of a run: one and the same list for all whose configuration adds none, so that what is made of it is made once. */
export function rulesOf(config: Pick<Config, 'surfaces'>): readonly Rule[] {
  const own = customRule(config);
  return own.length === 0 ? catalogue : [...own, ...catalogue];
}

/** The rule `custom`, when the configuration declares surfaces. */
export function customRule(config: Pick<Config, 'surfaces'>): readonly Rule[] {
  if (config.surfaces.length === 0) return [];
  return [
    {
      id: 'custom',
      title: 'Configured cookie functions',
      languages: ['javascript', 'python', 'ruby', 'php', 'java', 'kotlin', 'csharp', 'go', 'rust', 'scala'],
      docs: 'https://github.com/cookie-lint/cookie-lint/blob/main/docs/configuration.md#surfaces',
      triggers: config.surfaces.map((surface) => surface.function ?? surface.method ?? ''),
      surfaces: config.surfaces.map(surfaceOf),
    },
  ];
}

function surfaceOf(declared: CustomSurface): CookieSurface {
  return {
    id: declared.id,
    kind: 'write',
    match: matchOf(declared),
    attributes: { secure: securePlaces(declared) },
    default: declared.default,
    ...(typeof declared.name === 'number'
      ? { name: argument(declared.name) }
      : declared.name === undefined
        ? {}
        : { defaultName: declared.name }),
  };
}

function securePlaces({ secure, options }: CustomSurface): readonly Place[] {
  if (typeof secure === 'number') return [argument(secure)];
  return [...(options === undefined ? [] : [argument(options, secure)]), keyword(secure)];
}

function matchOf(declared: CustomSurface): Match | readonly Match[] {
  if (declared.method !== undefined) return { method: declared.method, receiver: { any: true } };
  const name = declared.function ?? '';
  return declared.module === undefined ? [{ call: name }, { call: `**.${name}` }] : { call: `${declared.module}.${name}` };
}
