/** Follows module specifiers and global names from one file to another, by the rules of each language. */
import type { LanguageId, Program } from '../syntax/ir.js';
import type { ModuleLinks } from '../values/links.js';
import { indexOf, type Binding } from '../values/program-index.js';
import { FileTree } from './links/file-tree.js';
import { JavaScriptLinks } from './links/javascript.js';
import type { LanguageLinks } from './links/language-links.js';
import { PythonLinks } from './links/python.js';
import type { WorkspaceFiles } from './workspace.js';

type Definition = ReturnType<ModuleLinks['definitionOf']>;

export class Links implements ModuleLinks {
  readonly #workspace: WorkspaceFiles;
  readonly #languages: Partial<Record<LanguageId, LanguageLinks>>;
  readonly #modules = new Map<string, Program | undefined>();
  readonly #definitions = new Map<string, Definition>();

  constructor(workspace: WorkspaceFiles) {
    this.#workspace = workspace;
    const tree = new FileTree(workspace);
    this.#languages = { javascript: new JavaScriptLinks(tree), python: new PythonLinks(tree) };
  }

  moduleOf(from: Program, specifier: string): Program | undefined {
    const language = this.#languages[from.language];
    if (language === undefined) return undefined;
    const key = `${from.path}\0${specifier}`;
    if (this.#modules.has(key)) return this.#modules.get(key);
    const found = this.#firstProgram(language.moduleOf(from, specifier), from);
    this.#modules.set(key, found);
    return found;
  }

  definitionOf(from: Program, name: string): Definition {
    const language = this.#languages[from.language];
    if (language?.filesDefining === undefined) return undefined;
    const key = `${from.path}\0${name}`;
    if (this.#definitions.has(key)) return this.#definitions.get(key);
    // A name that is asked for while it is being looked up is defined nowhere else.
    this.#definitions.set(key, undefined);
    const found = this.#define(language.filesDefining(from, name), from, name);
    this.#definitions.set(key, found);
    return found;
  }

  #firstProgram(paths: Iterable<string>, from: Program): Program | undefined {
    for (const path of paths) {
      if (path === from.path) continue;
      const program = this.#workspace.programOf(path);
      if (program !== undefined) return program;
    }
    return undefined;
  }

  #define(paths: Iterable<string>, from: Program, name: string): Definition {
    for (const path of paths) {
      if (path === from.path) continue;
      for (const program of this.#workspace.programsOf(path)) {
        const binding = this.#nested(program, name.split('.'));
        if (binding !== undefined) return { program, binding };
      }
    }
    return undefined;
  }

  /** The binding of a dotted name: a class's member, or a class in a module. */
  #nested(program: Program, pieces: readonly string[]): Binding | undefined {
    const index = indexOf(program);
    let { bindings } = index.root;
    let binding: Binding | undefined;
    for (const piece of pieces) {
      binding = bindings.get(piece);
      const inner = binding?.class === undefined ? undefined : index.classScope(binding.class);
      bindings = inner?.bindings ?? new Map<string, Binding>();
      if (binding === undefined) return undefined;
    }
    return binding;
  }
}
