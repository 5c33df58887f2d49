/** What `init` would write into a project: plans over what is there, made without touching it. */
import type { Edit } from '../../cookies/finding.js';
import type { PackageManager, ProjectFiles } from './package-manager.js';

export interface Project extends ProjectFiles {
  readonly frameworks: readonly string[];
  /** The tool's own version, to pin. */
  readonly version: string;
  readonly hasConfig: boolean;
  /** `git remote -v`. */
  readonly remotes: string;
  /** Undefined where there is no package.json. */
  readonly packageManager: PackageManager | undefined;
}

export type Plan =
  /** Edits of a file; `before` is undefined for a new one. */
  | { readonly kind: 'file'; readonly file: string; readonly before: string | undefined; readonly edits: readonly Edit[] }
  /** What the user has to do by hand. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'done' };

export const done: Plan = { kind: 'done' };

export function newFile(file: string, text: string): Plan {
  return { kind: 'file', file, before: undefined, edits: [{ start: 0, end: 0, text }] };
}
