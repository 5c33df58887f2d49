/**
 * The listed files as the file system of a module resolver. Paths begin with `/` at the scanned root, nothing outside is seen,
 * and packages of the repository stand in one folder of packages under their own names, as an installation would link them.
 */
import { parse } from 'jsonc-parser';
import type { FileTree } from './file-tree.js';
import { folderOf, within } from './paths.js';

/** The folder in which the resolver sees the repository's own packages. */
export const PACKAGES = '/node_modules';

interface Stats {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

const FILE: Stats = { isFile: () => true, isDirectory: () => false, isSymbolicLink: () => false };
const FOLDER: Stats = { isFile: () => false, isDirectory: () => true, isSymbolicLink: () => false };

/** A package of the repository, and the path inside it that a specifier names. */
export interface OwnPackage {
  readonly folder: string;
  readonly rest: string;
}

export class RepositoryFileSystem {
  readonly #tree: FileTree;
  #packages: ReadonlyMap<string, string> | undefined;

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  /** The listed file at one of the resolver's paths. */
  pathOf(absolute: string): string | undefined {
    const path = this.#inside(absolute);
    return path !== undefined && this.#tree.has(path) && !isInstalled(path) ? path : undefined;
  }

  packageOf(specifier: string): OwnPackage | undefined {
    const match = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/.exec(specifier);
    const folder = match === null ? undefined : this.#ownPackages().get(match[1]!);
    return folder === undefined ? undefined : { folder, rest: match?.[2] ?? '' };
  }

  /** The files that a package's manifest names for an entry point, whether they are there or not. */
  targetsOf(folder: string, rest: string): string[] {
    const manifest = this.#manifest(folder);
    const found: string[] = [];
    const collect = (target: unknown): void => {
      if (typeof target === 'string') found.push(target.replace(/^\.\//, ''));
      else if (Array.isArray(target)) target.forEach(collect);
      else if (typeof target === 'object' && target !== null) for (const one of Object.values(target)) collect(one);
    };
    const { exports } = manifest;
    const key = rest === '' ? '.' : `./${rest}`;
    if (
      typeof exports === 'object' &&
      exports !== null &&
      !Array.isArray(exports) &&
      Object.keys(exports).some((one) => one.startsWith('.'))
    )
      collect((exports as Record<string, unknown>)[key]);
    else if (rest === '') collect(exports);
    if (rest === '') for (const field of ['source', 'module', 'main']) collect(manifest[field]);
    return found;
  }

  statSync(absolute: string): Stats {
    if (absolute === PACKAGES) return FOLDER;
    const path = this.#inside(absolute);
    if (path !== undefined && this.#tree.has(path)) return FILE;
    if (path !== undefined && this.#tree.hasFolder(path)) return FOLDER;
    throw missing(absolute);
  }

  lstatSync(absolute: string): Stats {
    return this.statSync(absolute);
  }

  readFileSync(absolute: string): string {
    const path = this.#inside(absolute);
    const text = path === undefined || !this.#tree.has(path) ? undefined : this.#tree.workspace.textOf(path);
    if (text !== undefined) return text;
    // Compiler settings that are generated or come with a package say nothing here; without them the rest still counts.
    if (absolute.endsWith('.json') && !absolute.endsWith('/package.json')) return '{}';
    throw missing(absolute);
  }

  readdirSync(): string[] {
    return [];
  }

  readlinkSync(absolute: string): string {
    throw missing(absolute);
  }

  /** The path of the tree that the resolver's path means. */
  #inside(absolute: string): string | undefined {
    if (!absolute.startsWith(`${PACKAGES}/`)) return absolute.replace(/^\/+/, '');
    const own = this.packageOf(absolute.slice(PACKAGES.length + 1));
    return own === undefined ? undefined : within(own.folder, own.rest);
  }

  #ownPackages(): ReadonlyMap<string, string> {
    if (this.#packages !== undefined) return this.#packages;
    const packages = new Map<string, string>();
    for (const manifest of this.#tree.named('package.json')) {
      if (isInstalled(manifest)) continue;
      const { name } = this.#manifest(folderOf(manifest));
      if (typeof name === 'string' && name !== '' && !packages.has(name)) packages.set(name, folderOf(manifest));
    }
    this.#packages = packages;
    return packages;
  }

  #manifest(folder: string): Readonly<Record<string, unknown>> {
    const parsed: unknown = parse(this.#tree.workspace.textOf(within(folder, 'package.json')) ?? '');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  }
}

/** Installed packages may be committed; they are not the repository's own code. */
const isInstalled = (path: string): boolean => /(?:^|\/)node_modules\//.test(path);

function missing(path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`not listed: ${path}`), { code: 'ENOENT' });
}
