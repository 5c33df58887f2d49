/** `config --print FILE`: what the configuration says about a file, and where it says so. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { statOf } from '../../files/look.js';
import { isDocumentation, isExampleFile, isTestFile, isVendoredFile } from '../../engine/file-kinds.js';
import { configPath, levelOf, matchesConfigPatterns } from '../../engine/config/levels.js';
import type { Config } from '../../engine/config/config.js';
import { problems } from '../../cookies/problems.js';
import type { Problem } from '../../cookies/finding.js';
import { printable } from '../../text/printable.js';
import type { Parsed } from '../arguments.js';
import { configurationOf } from '../configuration.js';
import { exit, type Surroundings } from '../surroundings.js';
import { UserError } from '../user-error.js';

export async function config(parsed: Parsed, world: Surroundings): Promise<number> {
  const [asked, extra] = [...(parsed.values.get('print') ?? []), ...parsed.positionals];
  if (asked === undefined || extra !== undefined) throw new UserError('one file at a time: config --print FILE');
  const absolute = path.resolve(world.cwd, asked);
  if (statOf(absolute)?.isFile() !== true) throw new UserError(existsSync(absolute) ? `not a file: ${asked}` : `no such file: ${asked}`);
  const root = absolute.startsWith(world.cwd + path.sep) ? world.cwd : path.dirname(absolute);
  const { config: loaded, origins } = await configurationOf(parsed, root, world);
  const file = path.relative(root, absolute).split(path.sep).join('/');
  const at = (key: string): string => {
    const place = origins.get(key);
    return place === undefined ? '' : `  (${key}, ${place})`;
  };
  const out: string[] = [
    `file           ${printable(file)}`,
    `configuration  ${loaded.file === null ? 'none: the defaults hold' : printable(path.relative(world.cwd, loaded.file) || loaded.file)}`,
  ];
  const kinds = [
    isTestFile(file) && 'test',
    isVendoredFile(file) && 'vendored',
    isDocumentation(file) && 'documentation',
    isExampleFile(file) && 'example',
  ].filter((kind) => kind !== false);
  out.push(`kind           ${kinds.length === 0 ? 'production code' : `${kinds.join(', ')}: not reported`}`);
  if (matchesConfigPatterns(loaded, loaded.ignores, file)) out.push(`ignored        yes${at('ignores')}`);
  const settings = loaded.productionSettings;
  if (settings.length > 0)
    out.push(
      `production     ${matchesConfigPatterns(loaded, settings, file) ? 'these settings run in production' : 'not among the production settings'}${at('productionSettings')}`,
    );
  const app = loaded.appRoots
    .filter((folder) => configPath(loaded, file).startsWith(`${folder.replace(/^\.\//, '').replace(/\/$/, '')}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (app !== undefined) out.push(`app            ${app}${at('appRoots')}`);
  out.push(...levelLines(loaded, file, await world.rules(), at));
  for (const [label, key] of [
    ['sessionNames', 'sessionNames'],
    ['ordinaryNames', 'ordinaryNames'],
  ] as const)
    if (loaded[key].length > 0) out.push(`${label.padEnd(14)} ${loaded[key].join(', ')}${at(key)}`);
  loaded.surfaces.forEach((surface, index) =>
    out.push(
      `surface        ${surface.id}: ${surface.function ?? surface.method ?? ''}, Secure from ${typeof surface.secure === 'number' ? `argument ${surface.secure}` : `\`${surface.secure}\``}, ${surface.default} by default${at(`surfaces[${index}]`)}`,
    ),
  );
  for (const [name, value] of Object.entries(loaded.environment))
    out.push(
      `environment    ${printable(name)} is ${value === null ? 'never set' : JSON.stringify(value)} in production${at(`environment.${name}`)}`,
    );
  out.push(`fixStyle       ${loaded.fixStyle}${at('fixStyle')}`, `pedantic       ${loaded.pedantic ? 'yes' : 'no'}${at('pedantic')}`);
  world.stdout.write(`${out.join('\n')}\n`);
  return exit.clean;
}

function levelLines(
  loaded: Config,
  file: string,
  rules: readonly { readonly id: string; readonly surfaces: readonly { readonly id: string }[] }[],
  at: (key: string) => string,
): string[] {
  const kinds = Object.keys(problems) as Problem[];
  const out: string[] = [];
  const say = (subject: string, origin: { readonly level: string; readonly origin: string } | undefined): void => {
    if (origin !== undefined) out.push(`level          ${subject}: ${origin.level}${at(origin.origin)}`);
  };
  // A problem that no rule has shows the problem's own level; a surface that no rule has, the rule's.
  for (const problem of kinds) say(problem, levelOf(loaded, { path: file, rule: '', surface: '', problem }));
  const ids = new Set(rules.map(({ id }) => id));
  for (const id of ids) say(id, levelOf(loaded, { path: file, rule: id, surface: '', problem: '' as Problem }));
  for (const { surfaces } of rules) {
    for (const { id } of surfaces) {
      const own = levelOf(loaded, { path: file, rule: '', surface: id, problem: '' as Problem });
      say(id, own);
    }
  }
  return out;
}
