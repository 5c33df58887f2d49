/** What a framework's project model adds: settings judged as production sees them, and settings that are absent. */
import type { Attribute, CookieName, CookieRecord, Fix, Step } from '../cookies/finding.js';
import type { Matched } from '../matching/matched.js';
import type { CookieSurface, Rule } from '../matching/surface.js';
import type { Program, Range } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import type { Value } from '../values/value.js';
import type { App, Apps } from './apps.js';
import type { FoundPolicy } from './policies.js';
import type { WorkspaceFiles } from './workspace.js';

export interface ModelContext {
  readonly app: App;
  readonly apps: Apps;
  readonly workspace: WorkspaceFiles;
  readonly evaluator: Evaluator;
  /** The candidate programs of the app: those whose text mentions a trigger of any rule. */
  readonly programs: readonly Program[];
  /** Those of the modules that the app is built from. */
  readonly libraries: readonly Program[];
  /** The surface of the catalogue with that id, with its rule. */
  readonly surface: (id: string) => { readonly rule: Rule; readonly surface: CookieSurface };
  /** Whether production's files of the app, of its libraries or of its hosts have a match of one of the surfaces. */
  readonly hasMatch: (surfaces: readonly string[]) => boolean;
  /** The app is a library of other programs of the repository. */
  readonly isLibrary: boolean;
  /** Settings modules that the configuration says production runs with (globs were matched already). */
  readonly isProductionSettings?: (path: string) => boolean;
}

/** A setting that is written: judged like any other site, where it stands. */
export interface WrittenSetting {
  readonly kind: 'written';
  readonly matched: Matched<CookieSurface>;
  /** The value production gets: the last write in the order in which production reads the files. */
  readonly value: Value;
  /** Conditions under which the write happens. */
  readonly guard?: Value;
  readonly name: CookieName;
  /** What the settings beside it give the cookie. */
  readonly attributes?: ReadonlyMap<Attribute, Value>;
  /** Keys inside the written value, where that is a dictionary. */
  readonly path?: readonly string[];
}

/** A setting that production never gets: one finding on line 1 of the file that should have it. */
export interface AbsentSetting {
  readonly kind: 'absent';
  readonly rule: Rule;
  readonly surface: CookieSurface;
  readonly program: Program;
  /** Where it is said, if not on line 1: what makes the framework send the cookie. */
  readonly at?: Range;
  readonly name: CookieName;
  /** What production has for the cookie's other attributes. */
  readonly attributes?: CookieRecord['attributes'];
  readonly fixes: readonly Fix[];
  readonly related: readonly Step[];
}

/** A project model: `src/project/<framework>.ts`. */
export interface ProjectModel {
  /** Rule id. */
  readonly rule: string;
  /** Surface ids it judges itself; matches of these surfaces in the app's files are left to it. */
  readonly surfaces: readonly string[];
  judge(context: ModelContext): readonly (WrittenSetting | AbsentSetting)[];
  /** What the settings make Secure elsewhere in the app, where single writes of them do not say it. */
  policies?(context: ModelContext): readonly FoundPolicy[];
  /** What production has for a setting, as code of the app reads it; undefined where the app's settings are not known. */
  settingOf?(context: ModelContext, key: string, from: Program): Value | undefined;
}
