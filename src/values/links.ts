/** How the evaluator asks for other files; the project layer answers. */
import type { Expression, Node, Program } from '../syntax/ir.js';
import type { EnvironmentValue, Value } from './value.js';
import type { Binding } from './program-index.js';

/** A word or an expression that a text has to hold to be worth lowering: the narrower it is, the fewer files are. */
export type Wanted = string | RegExp;

export interface ModuleLinks {
  /** The file that a module specifier of `from` names; undefined for packages and files that are not there. */
  moduleOf(from: Program, specifier: string): Program | undefined;
  /** The definition of a global name in another file, for languages that need no import for it (Ruby constants, a Go package, a C# namespace). */
  definitionOf(from: Program, name: string): { readonly program: Program; readonly binding: Binding } | undefined;
  /** The other files of a Go package that mention all of the words. */
  packageFiles?(from: Program, words: readonly Wanted[]): readonly Program[];
  /** The files of the language of `from` that say all of the words. */
  filesSaying?(from: Program, words: readonly Wanted[]): readonly Program[];
  /** The files of the language's family that mention a word, those of tests and documentation left out. */
  filesNaming?(from: Program, word: string): readonly string[];
  /** The production files of that family, but for `from` itself, which may assign something of that name, or what lies below it. */
  filesAssigning?(from: Program, name: string, which?: WhichFiles): readonly Program[];
  /** The production files that import a JavaScript module and by their text may change something of it. */
  importersChanging?(module: Program): readonly Program[];
  /** The files of other Go packages that import this one and mention all of the words. */
  importers?(from: Program, words: readonly Wanted[]): readonly Program[];
  /** The section of the configuration that the program binds to a class of that name, as C# does: `Configure<T>(configuration.GetSection("X"))`. */
  sectionBoundTo?(from: Program, className: string): string | undefined;
  /** The Ruby code in the holes of a file of settings, at the same places: `secure: <%= ENV['X'] %>`. */
  embeddedRuby?(program: Program): Program | undefined;
  /** The data file (JSON, YAML, TOML, INI) that code in `from` loads by that name: seen from its folder and those around it. */
  dataFile?(from: Program, name: string): Program | undefined;
  /** What a deployment file gives programs out of other files: Kubernetes' `configMapKeyRef`, Compose's `env_file`, Helm's values. */
  handedVariables?(from: Program): readonly GivenElsewhere[];
  /** The files that hold a setting, by the conventions of a framework that keeps settings in files of that name; later ones win. */
  settingFiles?(from: Program, of: string, key: string): readonly SettingFile[];
}

export interface WhichFiles {
  /** The first so many. */
  readonly most?: number;
  /** Those whose text says this too. */
  readonly saying?: RegExp;
}

/** A variable that a deployment file gives, with the place in another file that says its value. */
export interface GivenElsewhere {
  readonly name: string;
  readonly program: Program;
  readonly node: Node;
  readonly value: Expression;
  /** The expression that it stands for in the file that hands it on. */
  readonly insteadOf?: Expression;
}

/** A file whose value has a setting at a path of keys. */
export interface SettingFile {
  readonly program: Program;
  readonly path: readonly string[];
  /** The only environment in which the file is read, where the program may run in another one without a word for it. */
  readonly mode?: 'production';
  /** The variable that overrides what the files say. */
  readonly variable?: string;
  /** The file holds no settings but the names of the variables that override them. */
  readonly holds?: 'variables';
}

/**
 * What production has for a setting of a framework, as code in `from` reads it: the project model of the rule `of` answers.
 * Undefined where no settings of the app are known.
 */
export type SettingsReader = (of: string, key: string, from: Program) => Value | undefined;

/** What is known of an environment variable or configuration key before the program starts: deployment files, the user's own word. */
export type DeploymentReader = (value: EnvironmentValue) => EnvironmentValue;

/** No other files: what a single text is evaluated with. */
export const NO_LINKS: ModuleLinks = { moduleOf: () => undefined, definitionOf: () => undefined };
