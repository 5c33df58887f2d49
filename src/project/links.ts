/** Follows module specifiers and global names from one file to another, by the rules of each language. */
import type { LanguageId, Program } from '../syntax/ir.js';
import { ruby } from '../syntax/ruby/language.js';
import type { GivenElsewhere, ModuleLinks, SettingFile, Wanted, WhichFiles } from '../values/links.js';
import { indexOf, type Binding, type ProgramIndex } from '../values/program-index.js';
import { handedVariables } from './deployment/handed-variables.js';
import { isDevelopmentFile } from './file-modes.js';
import { embeddedRuby } from './links/embedded-ruby.js';
import { BoundSections } from './links/bound-sections.js';
import { CSharpLinks } from './links/csharp.js';
import { FileTree } from './links/file-tree.js';
import { GoLinks } from './links/go.js';
import { JavaScriptLinks } from './links/javascript.js';
import { JvmLinks } from './links/jvm.js';
import type { LanguageLinks, Definition as Place } from './links/language-links.js';
import { PhpLinks } from './links/php.js';
import { PythonLinks } from './links/python.js';
import { RubyLinks } from './links/ruby.js';
import { RustLinks } from './links/rust.js';
import { changesImported, moduleWord } from './links/changed-imports.js';
import { folderOf, foldersUp, joinPath } from './links/paths.js';
import { settingFiles } from './links/setting-files.js';
import { filesNaming, type TextFiles } from '../text/word-search.js';
import type { WorkspaceFiles } from './workspace.js';

/** The files of languages that are searched for words. */
const EXTENSIONS: Partial<Record<LanguageId, RegExp>> = {
  javascript: /\.(?:[cm]?[jt]sx?|vue)$/,
  go: /\.go$/,
  java: /\.java$/,
  kotlin: /\.kts?$/,
  scala: /\.scala$/,
  csharp: /\.cs$/,
  php: /\.php$/,
};

type Definition = ReturnType<ModuleLinks['definitionOf']>;

/** A file that defines a name, and which of its programs does. */
interface DefinedIn extends Place {
  readonly at: number;
}

export class Links implements ModuleLinks {
  readonly #workspace: WorkspaceFiles;
  readonly #production: TextFiles;
  readonly #tree: FileTree;
  readonly #sections: BoundSections;
  readonly #languages: Partial<Record<LanguageId, LanguageLinks>>;
  /** Files, not programs: of those nobody asks for, none is kept. */
  readonly #modules = new Map<string, string | undefined>();
  readonly #embedded = new WeakMap<Program, Program>();
  readonly #assigning = new Map<string, readonly string[]>();
  readonly #saying = new Map<string, readonly string[]>();
  readonly #definitions = new Map<string, DefinedIn | undefined>();
  /** The files that import a folder's package. */
  readonly #importers = new Map<string, readonly string[]>();
  #productionFiles: ReadonlySet<string> | undefined;

  /** `production`: the files that run in production, whose writes count. */
  constructor(workspace: WorkspaceFiles, production: readonly string[] = workspace.files) {
    this.#workspace = workspace;
    this.#production = {
      files: production,
      textOf: (file) => workspace.textOf(file),
      mayName: (file, word) => workspace.mayName(file, word),
    };
    const tree = new FileTree(workspace);
    this.#tree = tree;
    this.#sections = new BoundSections(tree);
    const jvm = new JvmLinks(tree);
    this.#languages = {
      javascript: new JavaScriptLinks(tree),
      python: new PythonLinks(tree),
      go: new GoLinks(tree),
      php: new PhpLinks(tree),
      ruby: new RubyLinks(tree),
      rust: new RustLinks(tree),
      csharp: new CSharpLinks(tree),
      java: jvm,
      kotlin: jvm,
      scala: jvm,
    };
  }

  moduleOf(from: Program, specifier: string): Program | undefined {
    const language = this.#languages[from.language];
    if (language === undefined) return undefined;
    const key = `${from.path}\0${specifier}`;
    const known = this.#modules.get(key);
    if (known !== undefined || this.#modules.has(key)) return known === undefined ? undefined : this.#workspace.programOf(known);
    const found = this.#firstProgram(language.moduleOf(from, specifier), from);
    this.#modules.set(key, found?.path);
    return found;
  }

  definitionOf(from: Program, name: string): Definition {
    const language = this.#languages[from.language];
    if (language?.definitions === undefined) return undefined;
    const key = `${from.path}\0${name}`;
    if (this.#definitions.has(key)) return this.#definedIn(this.#definitions.get(key));
    // A name that is asked for while it is being looked up is defined nowhere else.
    this.#definitions.set(key, undefined);
    const found = this.#define(language.definitions(from, name), from);
    this.#definitions.set(key, found);
    return this.#definedIn(found);
  }

  packageFiles(from: Program, words: readonly Wanted[]): readonly Program[] {
    return this.#mentioning(words, from, this.#languages[from.language]?.packageFiles?.(from) ?? []);
  }

  importers(from: Program, words: readonly Wanted[]): readonly Program[] {
    const folder = folderOf(from.path);
    const known = this.#importers.get(folder);
    // What code that supports tests writes is not production's.
    const files = known ?? [...(this.#languages[from.language]?.importers?.(from) ?? [])].filter((file) => this.#isProduction(file));
    if (known === undefined) this.#importers.set(folder, files);
    return this.#mentioning(words, from, files);
  }

  #isProduction(file: string): boolean {
    this.#productionFiles ??= new Set(this.#production.files);
    return this.#productionFiles.has(file);
  }

  #mentioning(words: readonly Wanted[], from: Program, files: Iterable<string>): readonly Program[] {
    return [...files].flatMap((file) => {
      return file === from.path || !this.#says(file, words) ? [] : (this.#workspace.programOf(file) ?? []);
    });
  }

  /** Whether the text of a file says all of something; words are looked for first, which needs no text. */
  #says(file: string, words: readonly Wanted[]): boolean {
    if (!words.every((word) => typeof word !== 'string' || this.#workspace.mentions(file, word))) return false;
    const text = this.#workspace.textOf(file);
    return text !== undefined && words.every((word) => typeof word === 'string' || word.test(text));
  }

  filesSaying(from: Program, words: readonly Wanted[]): readonly Program[] {
    const key = `${from.language}\0${words.map(String).join('\0')}`;
    let found = this.#saying.get(key);
    if (found === undefined) {
      const extension = EXTENSIONS[from.language];
      const files = extension === undefined ? [] : this.#workspace.files.filter((file) => extension.test(file) && this.#says(file, words));
      found = files;
      this.#saying.set(key, found);
    }
    return this.#programsOf(found);
  }

  filesNaming(from: Program, word: string): readonly string[] {
    return filesNaming(word, from.path, this.#production);
  }

  filesAssigning(from: Program, name: string, { most = Infinity, saying }: WhichFiles = {}): readonly Program[] {
    const key = `${from.language}\0${from.path}\0${name}\0${saying?.source ?? ''}`;
    let found = this.#assigning.get(key);
    if (found === undefined) {
      const assigned = assignmentOf(name, from.language);
      found = this.filesNaming(from, name).filter((file) => {
        const text = file === from.path ? undefined : this.#workspace.textOf(file);
        return text !== undefined && saying?.test(text) !== false && assigned.test(text);
      });
      this.#assigning.set(key, found);
    }
    const programs: Program[] = [];
    for (const file of found) {
      if (programs.length === most) break;
      programs.push(...this.#programsOf([file]));
    }
    return programs;
  }

  #programsOf(files: readonly string[]): readonly Program[] {
    return files.flatMap((file) => this.#workspace.programOf(file) ?? []);
  }

  importersChanging(module: Program): readonly Program[] {
    const word = moduleWord(module.path);
    return this.filesNaming(module, word).flatMap((file) => {
      const text = file === module.path ? undefined : this.#workspace.textOf(file);
      return text !== undefined && changesImported(text, word) ? (this.#workspace.programOf(file) ?? []) : [];
    });
  }

  sectionBoundTo(from: Program, className: string): string | undefined {
    return from.language === 'csharp' ? this.#sections.of(className) : undefined;
  }

  embeddedRuby(program: Program): Program | undefined {
    let found = this.#embedded.get(program);
    if (found === undefined && this.#workspace.isLoaded(ruby)) this.#embedded.set(program, (found = embeddedRuby(program)));
    return found;
  }

  dataFile(from: Program, name: string): Program | undefined {
    for (const folder of foldersUp(folderOf(from.path))) {
      const path = joinPath(folder, name);
      if (path !== undefined && this.#workspace.has(path) && !isDevelopmentFile(path)) return this.#workspace.programOf(path);
    }
    return undefined;
  }

  handedVariables(from: Program): readonly GivenElsewhere[] {
    return handedVariables(from, this.#workspace);
  }

  settingFiles(from: Program, of: string, key: string): readonly SettingFile[] {
    return settingFiles(this.#tree, from.path, of, key).flatMap(({ file, ...place }) => {
      const program = this.#workspace.programOf(file);
      return program === undefined ? [] : [{ program, ...place }];
    });
  }

  #firstProgram(paths: Iterable<string>, from: Program): Program | undefined {
    for (const path of paths) {
      if (path === from.path) continue;
      const program = this.#workspace.programOf(path);
      if (program !== undefined) return program;
    }
    return undefined;
  }

  #define(places: Iterable<Place>, from: Program): DefinedIn | undefined {
    for (const { file, name } of places) {
      if (file === from.path) continue;
      const at = this.#workspace.programsOf(file).findIndex((program) => nested(program, name) !== undefined);
      if (at >= 0) return { file, name, at };
    }
    return undefined;
  }

  #definedIn(found: DefinedIn | undefined): Definition {
    const program = found === undefined ? undefined : this.#workspace.programsOf(found.file)[found.at];
    const binding = program === undefined || found === undefined ? undefined : nested(program, found.name);
    return program === undefined || binding === undefined ? undefined : { program, binding };
  }
}

/** Languages in which a bare name can be a variable of another file. */
const BARE_WRITES = new Set<LanguageId>(['go', 'kotlin', 'php', 'ruby']);

/** An assignment to something of a name, below something else or with something below it, or a method call on it. */
function assignmentOf(name: string, language: LanguageId): RegExp {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const below = String.raw`['"]?\]?(?:\s*(?:\.|->|\?->|::)\$?\w+|\[[^\]\n]{0,200}\])`;
  const assigns = String.raw`\s*(?:\|\||\?\?|&&|\+|<<)?=(?![=>~])`;
  const before = BARE_WRITES.has(language) ? String.raw`(?<!\w)` : String.raw`[.:>$'"]`;
  return new RegExp(
    `${before}${word}${below}{0,30}['"]?\\]?${assigns}|(?<!\\w)${word}${below}{1,30}${assigns}|(?<!\\w)${word}${below}{0,30}(?:\\.|->|::)(?:set|update|merge!|deep_merge!|store|put|delete|pop|load|from_)\\w*!?\\(`,
  );
}

/** The binding of a dotted name: a class's member, or a class in a module. Go's methods bear their type's name. */
function nested(program: Program, name: string): Binding | undefined {
  const index = indexOf(program);
  return index.root.bindings.get(name) ?? below(index.root.bindings, name.split('.'), index);
}

function below(bindings: ReadonlyMap<string, Binding>, pieces: readonly string[], index: ProgramIndex): Binding | undefined {
  // Ruby's `class Auth::Flags` is one name.
  for (let length = 1; length <= pieces.length; length++) {
    const binding = bindings.get(pieces.slice(0, length).join('::'));
    if (binding === undefined) continue;
    if (length === pieces.length) return binding;
    const scope = binding.class === undefined ? undefined : index.classScope(binding.class);
    const found = scope === undefined ? undefined : below(scope.bindings, pieces.slice(length), index);
    if (found !== undefined) return found;
  }
  return undefined;
}
