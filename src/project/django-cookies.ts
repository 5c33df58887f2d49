/** The facts about Django's cookie settings that the rule module states and the project model uses. */
import type { Attribute } from '../cookies/finding.js';

export interface DjangoCookie {
  /** Surface id. */
  readonly surface: string;
  /** The setting that decides; with `path`, a dictionary that holds it. */
  readonly setting: string;
  /** The version that has the setting first. */
  readonly since?: string;
  readonly path?: readonly string[];
  /** The cookie's default name, and the setting (and keys in it) that gives another. */
  readonly name: string;
  readonly nameSetting: readonly string[];
  readonly session: boolean;
  /** What makes Django send the cookie: any of these. Where none is there, nothing is judged. */
  readonly sentBy: {
    readonly apps?: readonly string[];
    /** Last segments of middleware classes. */
    readonly middleware?: readonly string[];
    readonly settings?: readonly (readonly string[])[];
  };
  /** A setting that, when it is true, keeps the cookie from being sent. */
  readonly unless?: string;
  /** What an absent setting means: off (a finding), or something else that is judged elsewhere. */
  readonly absent: 'off' | 'never';
  /** Absence only counts where the app's code says this. */
  readonly absentWhereCode?: RegExp;
}

export interface DjangoFacts {
  readonly cookies: readonly DjangoCookie[];
  /** How the settings beside `…_COOKIE_SECURE` end that hold the other attributes. */
  readonly beside: Readonly<Partial<Record<Attribute, string>>>;
  /** Surface of settings that are attributes of a django-configurations class. */
  readonly classSurface: string;
  /** Django's own defaults, for code that reads them through `settings`. */
  readonly defaults: Readonly<Record<string, string | number | boolean | null>>;
}
