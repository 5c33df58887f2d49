/** The shape of the tables that tell the evaluator what a language's environment look-ups, request tests and pure functions are. */
import type { LanguageId } from '../syntax/ir.js';
import type { EnvironmentValue } from './value.js';

/** An argument: by position, or by name where the call names it. */
export interface ArgumentPlace {
  readonly index?: number;
  readonly name?: string;
}

/**
 * How code reads the environment or the operator's configuration.
 * Paths are canonical (see `references.ts`); `*` stands for one segment, `**.` at the start for any beginning.
 */
export type EnvironmentIdiom =
  /** The last segment of the path is the variable: `process.env.*`. */
  | {
      readonly read: string;
      readonly variable?: string;
      readonly source?: EnvironmentValue['source'];
      readonly cast?: EnvironmentValue['cast'];
      readonly unset?: string;
      /** Paths that are something else. */ readonly except?: RegExp;
      readonly required?: true;
    }
  /** A call: its first argument (or `argument`) names the variable. */
  | {
      readonly call: string;
      readonly variable?: string;
      readonly argument?: ArgumentPlace;
      /** The only argument values the call counts for, e.g. `app.get('env')`. */
      readonly only?: readonly string[];
      readonly fallback?: ArgumentPlace;
      readonly cast?: EnvironmentValue['cast'];
      /** Argument that names the conversion: python-decouple's `cast=bool`. */
      readonly castArgument?: ArgumentPlace;
      readonly source?: EnvironmentValue['source'];
      /** The value that the library takes where the variable is missing: Gin runs in `debug` mode. */
      readonly unset?: string | false;
      /** Without a fallback the call throws where the variable is missing. */
      readonly required?: true;
    }
  /** Global names that nothing in the repository defines: PHP's constants of a configuration that is not committed. */
  | { readonly names: RegExp }
  /** True exactly in one mode: `Rails.env.production?`, `import.meta.env.PROD`, `env.IsDevelopment()`. `not` turns it round. */
  | {
      readonly predicate: string;
      readonly mode: 'production' | 'staging' | 'development' | 'test';
      readonly not?: boolean;
      readonly unset?: string;
    }
  /** A call that is true in the modes its arguments name: `app()->environment('production')`; `variable` says the mode. */
  | { readonly modes: string; readonly variable: string; readonly unset?: string };

/** A constant of a library. */
export interface ConstantIdiom {
  readonly path: string;
  readonly value: string | number | boolean | undefined;
  /** Only where the nearest `package.json` says this. */
  readonly manifest?: RegExp;
}

/** What the request decides: see `RequestValue`. */
export interface RequestIdiom {
  readonly path: string;
  readonly what: 'is-https' | 'is-http' | 'scheme' | 'scheme-colon' | 'scheme-slashes' | 'url' | 'cgi-https' | 'port' | 'other' | 'data';
  /** For look-ups by name (`req.get('x-forwarded-proto')`): the argument, lower case. */
  readonly argument?: RegExp;
  /** Only a call means this; reading the member does not (`c.Secure()` of a request, `c.Secure` of options). */
  readonly called?: true;
  /** Of the connection itself (`socket.encrypted`) or of the page (`location`): proxy trust does not change it. */
  readonly direct?: true;
}

/** A pure function: `operator` of operations.ts, or a structural one. */
export interface FunctionIdiom {
  /** Canonical path, or `**.name` for a method of anything. */
  readonly path: string;
  /** `merge`: later arguments win; `defaults`: earlier win; `identity`: the first argument; `required`: the same, which the program does not run without. */
  readonly operator: string;
  /** Operands: `receiver` first, where it is a method. Default: methods take the receiver, functions do not. */
  readonly receiver?: boolean;
  /** The operands are turned round (`in_array(needle, haystack)`). */
  readonly reversed?: boolean;
  /** The operator that gives what the function sets its `out` argument to: C#'s `bool.TryParse(text, out var on)`. */
  readonly out?: string;
  /** An operand that the function's name holds: `production?` of Ruby compares with "production"; one of several words for `in`. */
  readonly with?: string | readonly string[];
  /** Only calls of so many arguments: `text.parse()`, not `Cookie::parse(text)`. */
  readonly args?: number;
}

/**
 * How code reads the settings of a framework: an object whose members, subscripts and `get` are settings, or a call that
 * gives one. `of` is the id of the rule whose project model knows what production has there, or of a convention by which
 * keys are files (`src/project/links/setting-files.ts`).
 */
export type SettingsIdiom =
  /** An object whose members, at any depth, are settings: `Settings.cookies.secure`. */
  | { readonly section: string; readonly of: string; /** Members that are the object's own. */ readonly own?: RegExp }
  | {
      readonly object: string;
      readonly of: string;
      /** The methods that look a setting up; default: `get`. */ readonly methods?: readonly string[];
    }
  | {
      readonly call: string;
      readonly of: string;
      /** Default: the first argument; the second is then the fallback. */ readonly key?: string;
      /** Keys that are none of the settings. */ readonly except?: RegExp;
    };

/** A library that makes an object of environment variables from a schema. */
export interface SchemaIdiom {
  /** Which keys have to be there: those that are not said to be optional, or those that are said to be required. */
  readonly required: 'unless-optional' | 'if-said';
  /** Canonical path of the call that is given the schema: `@t3-oss/env-nextjs.createEnv`. */
  readonly made: string;
  readonly argument: number;
  /** Key paths in the argument below which the variables stand; default: in it. */
  readonly under?: readonly (readonly string[])[];
  /** Methods, one of which must have been given the environment: zod's `parse`. */
  readonly parse?: readonly string[];
  /** Keys of the made object that say whether it is one mode, production where NODE_ENV is missing. */
  readonly modes?: Readonly<Record<string, 'production' | 'development' | 'test'>>;
  /** Canonical paths of the calls that make the schema of one value, whose `parse` gives that value. */
  readonly scalar?: RegExp;
}

/** Objects that collect a text: the path of what makes them, the methods that add a piece, and those that read the whole. */
export interface TextBuilder {
  readonly made: RegExp;
  readonly append: readonly string[];
  readonly read: readonly string[];
  /** Functions that add a piece to the builder that they are given first, by canonical path: the other arguments formatted, or a text that nobody knows. */
  readonly filledBy?: Readonly<Record<string, 'format' | 'unknown'>>;
  /** The first argument of the constructor stands between the pieces. */
  readonly separated?: true;
}

/** How a repository tells a configuration service what its keys hold. */
export interface RegisteredConfiguration {
  /** The function that registers a group by its name: Nest's `registerAs('cookie', () => ({ … }))`. */
  readonly registers: string;
  /** The option that lists functions which give more keys. */
  readonly loads: string;
  /** The option that holds the schema of the environment's variables. */
  readonly schema: string;
  /** The type of an injected group, whose first group is the name it is registered under: `ConfigType<typeof cookieConfig>`. */
  readonly type: RegExp;
}

/** A method that binds a flag of the command line to the variable whose address it is given first. */
export interface BoundFlagIdiom {
  readonly method: string;
  /** The positions of the flag's name and of its default. */
  readonly name: number;
  readonly fallback: number;
  readonly cast?: EnvironmentValue['cast'];
}

/** An object that reads files of sections and gives their options: Python's ConfigParser. */
export interface FileParserIdiom {
  /** Last segment of the path of what makes it. */
  readonly made: RegExp;
  readonly read: readonly string[];
  /** Methods that give an option of a section, and what they make of its text. */
  readonly get: Readonly<Record<string, 'parse-boolean' | undefined>>;
}

export interface LanguageIdioms {
  /** Objects on which one file puts what another reads: the application that a request knows, by their paths. */
  readonly sharedObjects?: readonly string[];
  readonly fileParsers?: readonly FileParserIdiom[];
  /** Calls that give an object of their own, whatever they are called on: a cookie that came with a request, which has no attributes. */
  readonly objects?: readonly string[];
  readonly environment: readonly EnvironmentIdiom[];
  readonly settings?: readonly SettingsIdiom[];
  /** Base classes whose fields the environment overrides: pydantic's BaseSettings. */
  readonly settingsClasses?: readonly string[];
  readonly request: readonly RequestIdiom[];
  readonly functions: readonly FunctionIdiom[];
  /** Annotations that inject a configuration value: Spring's `@Value("${x:y}")`. */
  readonly injections?: readonly Injection[];
  /** Annotations of classes whose fields are settings below a prefix: Spring's `@ConfigurationProperties("app.cookie")`. */
  readonly settingsAnnotations?: readonly { readonly annotation: string; readonly prefix: readonly string[]; readonly of: string }[];
  /** Functions that run a block on an object: Kotlin's `apply { … }` (the object is `this`), `also { … }` (it is `it`), Ruby's `tap { |it| … }`. */
  readonly objectBlocks?: readonly string[];
  /** A block may have the object that it runs on as its `this`, whose members are bare names. */
  readonly blocksHaveThis?: true;
  /** The method that gives a key of the configuration its default: viper's `SetDefault`. */
  readonly presets?: string;
  /** A method that gives the keys of a configuration library their defaults in a record, what a key's parts are joined by, and the word that a reader's file names. */
  readonly presetRecords?: { readonly of: string; readonly method: string; readonly separator: string };
  readonly boundFlags?: readonly BoundFlagIdiom[];
  readonly registeredConfiguration?: RegisteredConfiguration;
  /** Makers of a reader whose first argument describes each key by its `default` and the variable (`env`) that may replace it. */
  readonly keySchemas?: readonly string[];
  /** Classes whose constructor copies the one object that it is given. */
  readonly copyConstructors?: readonly string[];
  readonly textBuilders?: readonly TextBuilder[];
  /** Functions that give the text that their block appends: Kotlin's `buildString { … }`. */
  readonly textBlocks?: readonly string[];
  /** Constants of libraries by their canonical path: `gin.ReleaseMode` is `'release'`. */
  readonly constants?: readonly ConstantIdiom[];
  /** Types (by their last segment) whose parameters and fields the framework fills in: reading them is reading the type. */
  readonly injectedTypes?: readonly string[];
  /** The rule whose settings name the arguments of constructors: the services of Symfony's container, asked for as `argument:App\\Shop:secure`. */
  readonly containerArguments?: string;
  readonly schemas?: readonly SchemaIdiom[];
  /** Functions after which the program is over: `process.exit`, `os.Exit`. */
  readonly exits?: readonly string[];
  /** Functions and methods, by name or annotation, that run by themselves when the program starts: Go's `main`, `@PostConstruct`. */
  readonly starts?: { readonly functions: readonly string[]; readonly annotations?: readonly string[] };
}

/** An annotation with a text of placeholders, or with the key of a setting and its default. `of`: the rule whose settings they are. */
export type Injection =
  | { readonly annotation: string; readonly placeholder: 'spring'; readonly of?: string }
  /** Symfony's, whose text may also be given without its percent signs: as a parameter's name or as an environment variable. */
  | {
      readonly annotation: string;
      readonly placeholder: 'symfony';
      readonly of: string;
      readonly parameter: string;
      readonly variable: string;
    }
  | { readonly annotation: string; readonly key: string; readonly fallback: string; readonly of: string };

export type Idioms = Partial<Record<LanguageId, LanguageIdioms>>;

export const NO_IDIOMS: LanguageIdioms = { environment: [], request: [], functions: [] };
