/** The facts about the cookies of Flask and its extensions that the rule module states and the project model uses. */
import type { Attribute } from '../cookies/finding.js';

export interface FlaskCookie {
  /** Surface id. */
  readonly surface: string;
  /** The configuration key that decides; with `path`, a dictionary that holds it. */
  readonly setting: string;
  readonly path?: readonly string[];
  /** The cookie's default name and the key that gives another. */
  readonly name: string;
  readonly nameSetting: string;
  readonly session: boolean;
  /** The keys that give it other attributes, and what it has where they are not there. */
  readonly beside?: Readonly<
    Partial<Record<Exclude<Attribute, 'secure'>, { readonly key: string; readonly otherwise?: boolean | string }>>
  >;
  /** What the app's code says where the cookie is sent. Absence only counts there. */
  readonly sentWhere: RegExp;
  /** Keys of the configuration that say the same, wherever they are loaded from. */
  readonly sentWith?: readonly string[];
  /** Code that decides instead of the key: then an absent key says nothing. */
  readonly unlessWhere?: RegExp;
  /** Other keys, one of which must be there for the cookie to be sent. */
  readonly needs?: readonly string[];
  /** What an absent key means: off (a finding), or something that is judged elsewhere or is on. */
  readonly absent: 'off' | 'never';
}

/** A configuration module that a product reads by its name: `superset_config.py`. */
export interface ConfigFile {
  readonly surface: string;
  readonly file: RegExp;
  readonly mentions: RegExp;
  readonly name: string;
  /** Keys that switch it on, any of them; the first is what the fix adds. */
  readonly settings: readonly (readonly string[])[];
}

export interface FlaskFacts {
  readonly cookies: readonly FlaskCookie[];
  readonly configFiles: readonly ConfigFile[];
  /** Surface of keys that are attributes of a configuration class. */
  readonly classSurface: string;
  /** Surface of the session cookie in Quart. */
  readonly quartSurface: string;
  /** What a configuration that nobody filled has: Flask's own keys, and those of extensions. */
  readonly defaults: Readonly<Record<string, string | number | boolean | null>>;
  /** Keys that are there from the beginning, so that `setdefault` does nothing. */
  readonly initial: readonly string[];
}
