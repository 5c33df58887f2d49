/** JavaScript and TypeScript modules, found as bundlers find them, among the listed files only: packages from outside stay unknown. */
import enhancedResolve, { type ResolveOptions, type Resolver } from 'enhanced-resolve';
import { parse } from 'jsonc-parser';
import type { Program } from '../../syntax/ir.js';
import type { FileTree } from './file-tree.js';
import type { LanguageLinks } from './language-links.js';
import { foldersUp, folderOf, joinPath, within } from './paths.js';
import { PACKAGES, RepositoryFileSystem } from './repository-file-system.js';

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.astro', '.json'];
/** https://www.typescriptlang.org/docs/handbook/modules/theory.html: an import of `./x.js` means the `x.ts` it is made of. */
const EXTENSION_ALIAS = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

/**
 * Where the aliases lead that frameworks and their templates agree on, for projects whose compiler settings are generated
 * and not committed. Nuxt: `~`, `@` the source folder, `~~`, `@@` the root (https://nuxt.com/docs/api/nuxt-config#alias);
 * SvelteKit: `$lib` (https://svelte.dev/docs/kit/$lib); Vite and Remix templates: `@`, `~`, `#app`.
 */
const CONVENTIONS: readonly { readonly prefix: string; readonly folders: readonly string[] }[] = [
  { prefix: '@/', folders: ['src', 'app', '', 'resources/js', 'client', 'frontend'] },
  { prefix: '~/', folders: ['app', 'src', '', 'client'] },
  { prefix: '~~/', folders: [''] },
  { prefix: '@@/', folders: [''] },
  { prefix: '$lib/', folders: ['src/lib'] },
  { prefix: '$/', folders: ['src', ''] },
  { prefix: '#', folders: [''] },
];
/** Folders that bundlers write to, and where their sources are. */
const BUILT = /^(?:dist|build|lib|out|esm|cjs|es)\//;

interface CompilerSettings {
  readonly references?: unknown;
  readonly extends?: unknown;
  readonly compilerOptions?: { readonly paths?: unknown; readonly baseUrl?: unknown };
}

export class JavaScriptLinks implements LanguageLinks {
  readonly #tree: FileTree;
  readonly #files: RepositoryFileSystem;
  readonly #resolvers = new Map<string, Resolver>();
  readonly #configs = new Map<string, string | undefined>();
  /** By configuration and specifier, for specifiers that mean the same in every folder below it. */
  readonly #found = new Map<string, string | undefined>();

  constructor(tree: FileTree) {
    this.#tree = tree;
    this.#files = new RepositoryFileSystem(tree);
  }

  *moduleOf(from: Program, specifier: string): Iterable<string> {
    const bare = specifier.replace(/[?#].*$/s, (query, at: number) => (at === 0 ? query : ''));
    if (bare.startsWith('node:') || bare.startsWith('virtual:') || /^[a-z]+:\/\//.test(bare)) return;
    const folder = folderOf(from.path);
    const found = bare.startsWith('.') ? this.#resolveRelative(folder, bare) : this.#resolvePackage(folder, bare);
    if (found !== undefined) yield found;
  }

  /** Compiler settings have no say in a relative path. */
  #resolveRelative(folder: string, specifier: string): string | undefined {
    return joinPath(folder, specifier) === undefined ? undefined : this.#resolve(folder, specifier, undefined);
  }

  #resolvePackage(folder: string, specifier: string): string | undefined {
    const root = this.#packageRoot(folder);
    const key = `${this.#configOf(folder) ?? ''}\0${root}\0${specifier}`;
    if (this.#found.has(key)) return this.#found.get(key);
    const found =
      this.#resolve(folder, specifier, this.#configOf(folder)) ?? this.#source(specifier) ?? this.#conventional(root, specifier);
    this.#found.set(key, found);
    return found;
  }

  #resolve(folder: string, specifier: string, config: string | undefined): string | undefined {
    try {
      const found = this.#resolver(config).resolveSync({}, `/${folder}`, specifier);
      return typeof found === 'string' ? this.#files.pathOf(found) : undefined;
    } catch {
      // The resolver throws for what it does not find: a package of the registry, or a file that is not committed.
      return undefined;
    }
  }

  /** A package of the repository whose entry points are built, not committed: its sources. */
  #source(specifier: string): string | undefined {
    const owner = this.#files.packageOf(specifier);
    if (owner === undefined) return undefined;
    const { folder, rest } = owner;
    const targets = this.#files.targetsOf(folder, rest).filter((target) => !target.endsWith('.d.ts'));
    const names = [rest === '' ? 'index' : rest, ...targets.map((target) => target.replace(BUILT, '').replace(/\.[cm]?jsx?$/, ''))];
    for (const name of names) {
      for (const source of ['src', 'source', '', 'lib', 'app']) {
        const base = joinPath(within(folder, source), name);
        const found = base === undefined ? undefined : this.#fileAt(base);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  #conventional(root: string, specifier: string): string | undefined {
    for (const { prefix, folders } of CONVENTIONS) {
      if (!specifier.startsWith(prefix)) continue;
      const found = this.#below(root, folders, specifier.slice(prefix.length));
      if (found !== undefined) return found;
    }
    // `src/config`, `app/session`: the root of the project is on the search path.
    return /^[\w-]+\//.test(specifier) ? this.#below(root, ['', 'src'], specifier) : undefined;
  }

  #below(root: string, folders: readonly string[], rest: string): string | undefined {
    for (const folder of folders) {
      const base = joinPath(within(root, folder), rest);
      const found = base === undefined ? undefined : this.#fileAt(base);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #fileAt(base: string): string | undefined {
    const stem = base.replace(/\.[cm]?jsx?$/, '');
    return this.#tree.firstFile([
      base,
      ...EXTENSIONS.map((end) => base + end),
      ...EXTENSIONS.map((end) => stem + end),
      ...EXTENSIONS.map((end) => `${base}/index${end}`),
    ]);
  }

  #packageRoot(folder: string): string {
    for (const at of foldersUp(folder)) if (this.#tree.has(within(at, 'package.json'))) return at;
    return '';
  }

  /** The compiler settings for a folder: the nearest tsconfig or jsconfig. */
  #configOf(folder: string): string | undefined {
    if (this.#configs.has(folder)) return this.#configs.get(folder);
    let config: string | undefined;
    for (const at of foldersUp(folder)) {
      config = this.#tree.firstFile([within(at, 'tsconfig.json'), within(at, 'jsconfig.json')]);
      if (config !== undefined) break;
    }
    config = config === undefined ? undefined : this.#solved(config);
    this.#configs.set(folder, config);
    return config;
  }

  /** Vite's templates split the settings: the main file only refers to those of the app, which have the paths. */
  #solved(config: string): string {
    const { references } = this.#read(config);
    if (this.#hasPaths(config) || !Array.isArray(references)) return config;
    for (const reference of references as readonly { readonly path?: unknown }[]) {
      const path =
        typeof reference.path === 'string' && reference.path.endsWith('.json') ? joinPath(folderOf(config), reference.path) : undefined;
      if (path !== undefined && this.#tree.has(path) && this.#hasPaths(path)) return path;
    }
    return config;
  }

  #hasPaths(config: string): boolean {
    const { compilerOptions, extends: base } = this.#read(config);
    return base !== undefined || compilerOptions?.paths !== undefined || compilerOptions?.baseUrl !== undefined;
  }

  #read(config: string): CompilerSettings {
    const parsed: unknown = parse(this.#tree.workspace.textOf(config) ?? '');
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  }

  #resolver(config: string | undefined): Resolver {
    const key = config ?? '';
    let resolver = this.#resolvers.get(key);
    if (resolver === undefined) {
      resolver = enhancedResolve.ResolverFactory.createResolver({
        // Only the synchronous half is asked for.
        fileSystem: this.#files as unknown as ResolveOptions['fileSystem'],
        useSyncFileSystemCalls: true,
        extensions: EXTENSIONS,
        extensionAlias: EXTENSION_ALIAS,
        conditionNames: ['source', 'development', 'import', 'require', 'node', 'browser', 'default'],
        mainFields: ['source', 'module', 'main'],
        modules: [PACKAGES],
        symlinks: false,
        ...(config === undefined ? {} : { tsconfig: { configFile: `/${config}`, references: 'auto' as const } }),
      });
      this.#resolvers.set(key, resolver);
    }
    return resolver;
  }
}
