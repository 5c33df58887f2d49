/** The listed files of a run as a tree: what exists, and what is in a folder. Built on first use. */
import type { WorkspaceFiles } from '../workspace.js';
import { baseName, folderOf } from './paths.js';

export class FileTree {
  readonly workspace: WorkspaceFiles;
  #folders: Map<string, string[]> | undefined;
  #folderNames: ReadonlySet<string> | undefined;
  #byName: Map<string, string[]> | undefined;

  constructor(workspace: WorkspaceFiles) {
    this.workspace = workspace;
  }

  has(file: string): boolean {
    return this.workspace.has(file);
  }

  hasFolder(folder: string): boolean {
    return this.#tree().has(folder);
  }

  /** The files of a folder itself, not of the folders in it. */
  filesIn(folder: string): readonly string[] {
    return this.#tree().get(folder) ?? [];
  }

  /** The folders directly inside a folder. */
  foldersIn(folder: string): string[] {
    return [...this.#tree().keys()].filter((one) => one !== '' && folderOf(one) === folder);
  }

  /** Whether any folder has that base name. */
  hasFolderNamed(name: string): boolean {
    this.#folderNames ??= new Set([...this.#tree().keys()].map(baseName));
    return this.#folderNames.has(name);
  }

  /** All files with that base name. */
  named(name: string): readonly string[] {
    if (this.#byName === undefined) {
      this.#byName = new Map();
      for (const file of this.workspace.files) add(this.#byName, baseName(file), file);
    }
    return this.#byName.get(name) ?? [];
  }

  /** The first of the paths that is a listed file. */
  firstFile(paths: Iterable<string | undefined>): string | undefined {
    for (const path of paths) if (path !== undefined && this.has(path)) return path;
    return undefined;
  }

  #tree(): Map<string, string[]> {
    if (this.#folders !== undefined) return this.#folders;
    const folders = new Map<string, string[]>([['', []]]);
    for (const file of this.workspace.files) {
      const folder = folderOf(file);
      add(folders, folder, file);
      for (let at = folderOf(folder); !folders.has(at); at = folderOf(at)) folders.set(at, []);
    }
    this.#folders = folders;
    return folders;
  }
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
