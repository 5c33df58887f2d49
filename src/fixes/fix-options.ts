/** What the user chose about fixes. */

/**
 * `always`: Secure in every environment. `fail-closed`: on unless the environment says development, in the language's own words
 * (`process.env.NODE_ENV !== 'development'`).
 */
export type FixStyle = 'always' | 'fail-closed';

export interface FixOptions {
  readonly style: FixStyle;
  /** The app trusts the proxy in front of it, or ends TLS itself. */
  readonly isTrusted: boolean;
  /** The version of a package that the app has, where it is known. */
  readonly versionOf?: (name: string) => string | undefined;
  /** Whether a manifest of the app has the word. */
  readonly isNamed?: (word: string) => boolean;
}
