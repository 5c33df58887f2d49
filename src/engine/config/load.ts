/** Finds and reads the configuration that holds for a root. What it says is data: nothing is run, and nothing is fetched. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { stripComments } from 'jsonc-parser';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { whyNoGlob } from '../../text/glob.js';
import { nearest } from '../../text/nearest.js';
import { check, type ConfigProblem } from './check.js';
import { defaultConfig, type Config, type CustomSurface, type Override } from './config.js';
import { RootFiles } from '../../files/root-files.js';
import { isWithin } from '../../files/within.js';
import { configSchema } from './schema.js';

/** A configuration that can't be used. Every line of the message names file, line, column and key. */
export class ConfigError extends Error {}

export interface LoadedConfig {
  readonly config: Config;
  /** Where each key stands: `rules.express` → `cookie-lint.config.yaml:3`, with paths relative to the configuration's folder. */
  readonly origins: ReadonlyMap<string, string>;
}

export const configNames = [
  'cookie-lint.config.yaml',
  'cookie-lint.config.yml',
  'cookie-lint.config.json',
  'cookie-lint.config.jsonc',
] as const;

/** What other tools would read. Nobody should believe that it holds here. */
const notConfigNames = ['js', 'cjs', 'mjs', 'ts', 'cts', 'mts', 'toml'].map((extension) => `cookie-lint.config.${extension}`);

const packageKey = 'cookie-lint';

/** The words that a configuration may use as rule and surface ids, where they are known. */
export interface KnownIds {
  readonly rules: readonly string[];
  readonly surfaces: readonly string[];
}

/** The configuration of `root` (absolute): `file` where one is named, else the nearest one in the root or above it, up to the repository's root. */
export async function loadConfig(root: string, file?: string, known?: KnownIds): Promise<LoadedConfig> {
  return await Promise.resolve(loadConfigSync(root, file, known));
}

/** The same for hosts that cannot wait: ESLint's rules. */
export function loadConfigSync(root: string, file?: string, known?: KnownIds): LoadedConfig {
  const found = file === undefined ? nearestConfig(root) : path.resolve(file);
  if (found === undefined) return { config: defaultConfig, origins: new Map() };
  const folder = path.dirname(found);
  // What the user names may lie anywhere; what is found, and what extends it, is the repository's.
  const boundary = boundaryOf(folder, root);
  const raw = readRaw(found, textWithin(file === undefined ? boundary : path.dirname(realPath(found)), found), {
    folder,
    boundary,
    from: [],
    known,
  });
  const base = path.relative(folder, root).split(path.sep).join('/');
  if (base.startsWith('..')) {
    // A file named with --config may lie anywhere; its patterns then hold from the scanned root.
    return { config: { ...defaultConfig, ...raw.config, file: found, base: '' }, origins: raw.origins };
  }
  return { config: { ...defaultConfig, ...raw.config, file: found, base }, origins: raw.origins };
}

/** The nearest configuration file, or undefined. */
export async function findConfig(root: string): Promise<string | undefined> {
  return await Promise.resolve(nearestConfig(root));
}

function nearestConfig(root: string): string | undefined {
  for (let folder = root; ; folder = path.dirname(folder)) {
    const here = configNames.filter((name) => existsSync(path.join(folder, name)));
    const [first, second] = here;
    if (first !== undefined && second !== undefined)
      throw new ConfigError(`${path.join(folder, first)} and ${second} are both there: remove one of them.`);
    if (first !== undefined) return path.join(folder, first);
    const code = notConfigNames.find((name) => existsSync(path.join(folder, name)));
    if (code !== undefined)
      throw new ConfigError(
        `${path.join(folder, code)} is not read: a configuration is data that is never run. Write it as ${configNames.join(', ')}.`,
      );
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest) && hasPackageKey(manifest)) return manifest;
    if (existsSync(path.join(folder, '.git')) || path.dirname(folder) === folder) return undefined;
  }
}

/** The repository that a configuration belongs to: nothing outside of it is read for it, and so nothing outside shows in a message. */
function boundaryOf(folder: string, root: string): string {
  for (let here = folder; ; here = path.dirname(here)) {
    if (existsSync(path.join(here, '.git'))) return here;
    if (path.dirname(here) === here) break;
  }
  let common = folder;
  while (!isWithin(common, root)) common = path.dirname(common);
  return common;
}

/** A configuration of more than this was not written for this tool. */
const MOST_BYTES = 1_000_000;

type Text = { readonly text: string } | { readonly why: string };

/** The text of a file inside `boundary`, links followed as long as they stay there; or why there is none. */
function textWithin(boundary: string, file: string): Text {
  const [top, real] = [realPath(boundary), realPath(file)];
  if (!isWithin(top, real)) return { why: 'it leads out of the repository' };
  const found = new RootFiles(top).read(path.relative(top, real), MOST_BYTES);
  if ('bytes' in found) return { text: found.bytes.toString('utf8').replace(/^\uFEFF/, '') };
  return { why: 'why' in found ? found.why : 'it is not there' };
}

/** Without links; a path that leads nowhere stays as it is. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function hasPackageKey(manifest: string): boolean {
  const folder = path.dirname(manifest);
  const found = textWithin(boundaryOf(folder, folder), manifest);
  // A manifest that is no file is npm's to report too.
  if ('why' in found) return false;
  const { text } = found;
  if (!text.includes(`"${packageKey}"`)) return false;
  try {
    return Object.hasOwn(JSON.parse(text) as object, packageKey);
  } catch {
    // A broken package.json is npm's to report, and holds no configuration that could be meant.
    return false;
  }
}

type Raw = Partial<Omit<Config, 'file' | 'base'>>;

interface RawConfig {
  readonly config: Raw;
  readonly origins: Map<string, string>;
}

interface Reading {
  /** The folder that places are told relative to. */
  readonly folder: string;
  readonly boundary: string;
  /** The files that extend this one. */
  readonly from: readonly string[];
  readonly known: KnownIds | undefined;
}

function readRaw(file: string, found: Text, reading: Reading): RawConfig {
  const { folder, boundary, from, known } = reading;
  const shown = path.relative(process.cwd(), file) || file;
  if ('why' in found) throw new ConfigError(`${shown}: can't be read: ${found.why}`);
  const { text } = found;
  const counter = new LineCounter();
  const fail = (problems: readonly ConfigProblem[]): never => {
    throw new ConfigError(
      problems
        .map(({ offset, message }) => {
          const { line, col } = counter.linePos(offset);
          return `${shown}:${line}:${col}: ${message}`;
        })
        .join('\n'),
    );
  };
  const document = parseDocument(withoutComments(file, text), {
    lineCounter: counter,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
  });
  if (document.errors.length > 0) fail(document.errors.map(({ pos, message }) => ({ offset: pos[0], message })));
  const isPackage = path.basename(file) === 'package.json';
  const node = (isPackage ? document.get(packageKey, true) : document.contents) as Node | null | undefined;
  const prefix = isPackage ? packageKey : '';
  // An empty file is an empty configuration.
  if (node === null || node === undefined || (isScalar(node) && node.value === null)) return { config: {}, origins: new Map() };
  const problems = check(node, configSchema, '').map(({ offset, message }) => ({
    offset,
    message: prefix === '' ? message : message.replace('unknown key `', `unknown key \`${prefix}.`),
  }));
  problems.push(...unknownIds(node, known), ...unusablePatterns(node));
  if (problems.length > 0) fail([...problems].sort((a, b) => a.offset - b.offset));
  const written = node.toJS(document) as Written;
  const relative = path.relative(folder, file).split(path.sep).join('/');
  const origins = originsOf(node, (offset) => `${relative}:${counter.linePos(offset).line}`);
  const own = complete(written);
  if (written.extends === undefined) return { config: own, origins };
  const base = path.resolve(path.dirname(file), written.extends);
  const place = isMap(node) ? ((node.get('extends', true) as Node | undefined)?.range?.[0] ?? 0) : 0;
  if ([...from, file].includes(base)) fail([{ offset: place, message: `\`extends\`: ${written.extends} extends this file in turn` }]);
  if (!existsSync(base))
    fail([
      {
        offset: place,
        message: `\`extends\`: there is no file ${written.extends} (a relative path of this repository is meant, not a package)`,
      },
    ]);
  const extended = textWithin(boundary, base);
  if ('why' in extended) fail([{ offset: place, message: `\`extends\`: ${written.extends} is not read: ${extended.why}` }]);
  return merge(readRaw(base, extended, { ...reading, from: [...from, file] }), { config: own, origins });
}

/** JSON with comments becomes JSON of the same length, which YAML reads with its places. */
function withoutComments(file: string, text: string): string {
  return /\.jsonc?$/.test(file) ? stripComments(text, ' ') : text;
}

/** The configuration as it is written; the schema has been checked. */
interface Written extends Omit<Raw, 'surfaces' | 'environment' | 'overrides'> {
  readonly extends?: string;
  readonly overrides?: readonly (Pick<Override, 'files'> & Partial<Override>)[];
  readonly surfaces?: readonly (Partial<CustomSurface> & Pick<CustomSurface, never>)[];
  readonly environment?: Readonly<Record<string, string | number | boolean | null>>;
}

function complete({ extends: _, ...written }: Written & { readonly $schema?: string }): Raw {
  const { $schema: __, surfaces, environment, overrides, ...rest } = written;
  return {
    ...rest,
    ...(overrides === undefined ? {} : { overrides: overrides.map((override) => ({ rules: {}, problems: {}, ...override })) }),
    ...(surfaces === undefined
      ? {}
      : {
          surfaces: surfaces.map((surface) => ({
            secure: 'secure',
            default: 'off' as const,
            ...surface,
            id: surface.id ?? `custom/${surface.function ?? surface.method ?? ''}`,
          })),
        }),
    ...(environment === undefined
      ? {}
      : {
          environment: Object.fromEntries(
            Object.entries(environment).map(([name, value]) => [name, value === null ? null : String(value)]),
          ),
        }),
  };
}

function merge(base: RawConfig, own: RawConfig): RawConfig {
  const origins = new Map(base.origins);
  const shift = base.config.overrides?.length ?? 0;
  for (const [key, place] of own.origins)
    origins.set(
      key.replace(/^overrides\[(\d+)\]/, (_, index: string) => `overrides[${Number(index) + shift}]`),
      place,
    );
  const a = base.config;
  const b = own.config;
  const joined = <T>(first: readonly T[] | undefined, second: readonly T[] | undefined): readonly T[] => [
    ...(first ?? []),
    ...(second ?? []),
  ];
  return {
    config: {
      ...a,
      ...b,
      rules: { ...a.rules, ...b.rules },
      problems: { ...a.problems, ...b.problems },
      environment: { ...a.environment, ...b.environment },
      overrides: joined(a.overrides, b.overrides),
      sessionNames: joined(a.sessionNames, b.sessionNames),
      ordinaryNames: joined(a.ordinaryNames, b.ordinaryNames),
      appRoots: joined(a.appRoots, b.appRoots),
      policies: joined(a.policies, b.policies),
      productionSettings: joined(a.productionSettings, b.productionSettings),
      ignores: joined(a.ignores, b.ignores),
      surfaces: joined(
        a.surfaces?.filter(({ id }) => b.surfaces?.some((other) => other.id === id) !== true),
        b.surfaces,
      ),
    },
    origins,
  };
}

/** Globs that are not supported: one that never matches would be silently without effect. */
function unusablePatterns(node: Node): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const visit = (patterns: unknown, key: string): void => {
    if (!isSeq(patterns)) return;
    patterns.items.forEach((item, index) => {
      if (!isScalar(item) || typeof item.value !== 'string') return;
      const why = whyNoGlob(item.value);
      if (why !== undefined) problems.push({ offset: item.range?.[0] ?? 0, message: `\`${key}[${index}]\`: ${why}` });
    });
  };
  if (!isMap(node)) return problems;
  for (const key of ['ignores', 'productionSettings', 'sessionNames', 'ordinaryNames']) visit(node.get(key, true), key);
  const overrides = node.get('overrides', true);
  if (isSeq(overrides))
    overrides.items.forEach((override, index) =>
      visit(isMap(override) ? override.get('files', true) : undefined, `overrides[${index}].files`),
    );
  return problems;
}

/** Rule and surface ids that do not exist, which are otherwise silently without effect. */
function unknownIds(node: Node, known: KnownIds | undefined): ConfigProblem[] {
  if (known === undefined || !isMap(node)) return [];
  const declared = ((node.toJSON() as Written).surfaces ?? []).map(
    (surface) => surface.id ?? `custom/${surface.function ?? surface.method ?? ''}`,
  );
  const ids = [...known.rules, ...known.surfaces, ...declared, 'cookie-lint'];
  const problems: ConfigProblem[] = [];
  const visit = (rules: unknown, key: string): void => {
    if (!isMap(rules)) return;
    for (const pair of rules.items) {
      if (!isScalar(pair.key)) continue;
      const id = String(pair.key.value);
      if (ids.includes(id)) continue;
      const near = nearest(id, ids);
      problems.push({
        offset: pair.key.range?.[0] ?? 0,
        message: `\`${key}\`: there is no rule or surface \`${id}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
      });
    }
  };
  visit(node.get('rules', true), 'rules');
  const overrides = node.get('overrides', true) as { readonly items?: readonly unknown[] } | undefined;
  overrides?.items?.forEach((override, index) =>
    visit(isMap(override) ? override.get('rules', true) : undefined, `overrides[${index}].rules`),
  );
  return problems;
}

function originsOf(node: Node, place: (offset: number) => string): Map<string, string> {
  const origins = new Map<string, string>();
  const visit = (current: unknown, key: string): void => {
    if (isMap(current)) {
      for (const pair of current.items) {
        if (!isScalar(pair.key)) continue;
        const inner = key === '' ? String(pair.key.value) : `${key}.${String(pair.key.value)}`;
        origins.set(inner, place(pair.key.range?.[0] ?? 0));
        visit(pair.value, inner);
      }
    } else if (typeof current === 'object' && current !== null && 'items' in current && Array.isArray(current.items)) {
      (current.items as readonly Node[]).forEach((item, index) => {
        origins.set(`${key}[${index}]`, place(item.range?.[0] ?? 0));
        visit(item, `${key}[${index}]`);
      });
    }
  };
  visit(node, '');
  return origins;
}
