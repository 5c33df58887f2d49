/** What a configuration says, checked and complete, as the engine reads it. Data only: nothing in a configuration is run. */
import type { Problem, Severity } from '../../cookies/finding.js';

/** How loud a rule or a problem is: off, or the severity that replaces its own. */
export type Level = 'off' | Severity;

/** Levels by rule id (`express`) or surface id (`express/res-cookie`), and by problem (`env-conditional`). */
export interface Levels {
  readonly rules: Readonly<Record<string, Level>>;
  readonly problems: Readonly<Partial<Record<Problem, Level>>>;
}

/** Levels for some paths only. Later overrides win over earlier ones. */
export interface Override extends Levels {
  readonly files: readonly string[];
}

/** A cookie function of the project's own, declared as a surface in a few lines of data. */
export interface CustomSurface {
  /** Surface id; `custom/<function or method>` where none is given. */
  readonly id: string;
  /** Name of a function that sets a cookie: `setAuthCookie`. Exactly one of `function` and `method` is given. */
  readonly function?: string;
  /** Name of a method that sets a cookie: `setCookie` in `anything.setCookie(…)`. */
  readonly method?: string;
  /** The module that it is imported from, as written in the import; any module where none is given. */
  readonly module?: string;
  /** Where the cookie's name is: the index of an argument (from 0), or the name itself for a function that always sets the same cookie. */
  readonly name?: number | string;
  /** The index of the argument that holds the options (from 0). */
  readonly options?: number;
  /** What decides Secure: a key of the options or a keyword argument, or the index of an argument (from 0). */
  readonly secure: string | number;
  /** What the function does when that is left out. */
  readonly default: 'on' | 'off' | 'request';
}

/** A switch in front of the apps that no file of the repository shows: an edge that adds Secure. */
export interface DeclaredPolicy {
  /** Globs of the folders of the apps; all where none are given. */
  readonly apps?: readonly string[];
  /** Names of cookies (globs); all where none are given. */
  readonly cookies?: readonly string[];
  readonly secure: true;
}

export interface Config extends Levels {
  /** The file it was read from (absolute), or null where none applies. */
  readonly file: string | null;
  /**
   * Path of the scanned root relative to the configuration's folder, with `/`; empty when they are the same.
   * Patterns are written from the configuration's folder, reports from the scanned root.
   */
  readonly base: string;
  readonly overrides: readonly Override[];
  /** Cookie names (globs, any case) that carry or guard a session, beside the built-in ones. */
  readonly sessionNames: readonly string[];
  /** Cookie names (globs, any case) that never do, whatever they look like. Wins over `sessionNames`. */
  readonly ordinaryNames: readonly string[];
  /** Folders that are apps of their own, beside the detected ones. */
  readonly appRoots: readonly string[];
  /** Globs of the settings files that production runs with. Where given, no other settings module counts as production. */
  readonly productionSettings: readonly string[];
  /** Globs of the folders of apps behind a platform that ends TLS and whose word about the scheme they take; true for all. */
  readonly trustProxy: boolean | readonly string[];
  readonly policies: readonly DeclaredPolicy[];
  readonly surfaces: readonly CustomSurface[];
  /** Environment variables whose production value is known; null for one that is never set. */
  readonly environment: Readonly<Record<string, string | null>>;
  /** Globs of files that are not looked at. */
  readonly ignores: readonly string[];
  readonly fixStyle: 'always' | 'fail-closed';
  readonly pedantic: boolean;
}

/** What applies where there is no configuration. */
export const defaultConfig: Config = {
  file: null,
  base: '',
  rules: {},
  problems: {},
  overrides: [],
  sessionNames: [],
  ordinaryNames: [],
  appRoots: [],
  productionSettings: [],
  trustProxy: false,
  policies: [],
  surfaces: [],
  environment: {},
  ignores: [],
  fixStyle: 'always',
  pedantic: false,
};
