/** What the tool says about a repository: findings, cookies and verdicts, as plain data that every host and report reads. */
import type { Range } from '../syntax/ir.js';
import type { Position } from '../text/lines.js';

/** What is wrong with a cookie; the words to say it are in `problems.ts`. */
export type Problem =
  | 'missing'
  | 'disabled'
  | 'env-conditional'
  | 'env-escape-hatch'
  | 'inverted'
  | 'request-conditional'
  | 'rejected-prefix'
  | 'rejected-samesite'
  | 'rejected-partitioned'
  | 'proxy-trust'
  | 'unresolved'
  /** Of the tool itself: a suppression comment without a reason, or one that suppresses nothing. */
  | 'suppression';

export type Severity = 'error' | 'warning' | 'note';
export type Confidence = 'high' | 'medium' | 'low';
/**
 * `undecided`: no cookie is known to lack Secure, but of some it could not be decided. `none`: no cookie was recognised, so that
 * there is nothing to judge; only a report as a whole has it.
 */
export type Verdict = 'pass' | 'undecided' | 'warn' | 'fail' | 'none';

/** The reason codes of the score's definition: a session-like cookie without Secure, or another one. */
export type Reason = 'COOKIE_SECURE_SESSION_MISSING' | 'COOKIE_SECURE_NONSESSION_MISSING';

/** A place in a file of the scanned repository: path relative to the scanned root, with `/`; offsets in UTF-16 code units. */
export interface Place {
  readonly path: string;
  readonly range: Range;
}

/** Where a place starts and ends, in lines and columns. */
export interface Positions {
  readonly start: Position;
  readonly end: Position;
}

/** One step of the evidence chain, from the site outward: what stands there, and what it says. */
export interface Step extends Place {
  readonly message: string;
}

/** A replacement of `range` by `text`. An insertion has an empty range. */
export interface Edit extends Range {
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  /** True when production behaviour only gets stricter and the file still parses: applied by `--fix`. Otherwise a suggestion. */
  readonly safe: boolean;
  /** Edits of one file, sorted, not overlapping. */
  readonly edits: readonly Edit[];
  /** The file that is edited, where it is not the finding's own: that of a helper or of a setting. `--fix` leaves it to the finding there, if there is one. */
  readonly path?: string;
}

/** What a host says that shows edits of the finding's file alone: where there is none, what to do by hand or elsewhere follows. */
export function messageWithAdvice({ message, byHand, fixes }: Pick<Finding, 'message' | 'byHand' | 'fixes'>): string {
  const [first] = fixes;
  const advice = first === undefined ? byHand : fixes.every(({ path }) => path !== undefined) ? `${first.title}.` : undefined;
  return advice === undefined ? message : `${message} By hand: ${advice}`;
}

/** The cookie attributes of RFC 6265bis (and CHIPS' Partitioned). */
export type Attribute = 'secure' | 'httpOnly' | 'sameSite' | 'domain' | 'path' | 'maxAge' | 'expires' | 'partitioned';

export interface CookieName {
  /** The name where it is known. */
  readonly name: string | null;
  /** The expression that makes the name, as written, where the name is not known. */
  readonly expression?: string;
  /** Whether the name carries or guards a session; null when the name is not known and nothing else tells. */
  readonly session: boolean | null;
}

export interface Finding {
  readonly path: string;
  /** The `secure` value when that is written inside the site, else the site itself; an empty range at 0 for an absent setting. */
  readonly range: Range;
  /** Rule id = framework: `express`, `django`, `set-cookie`. */
  readonly rule: string;
  /** Surface id: `express/res-cookie`. */
  readonly surface: string;
  readonly problem: Problem;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly cookie: CookieName;
  readonly message: string;
  readonly reason: Reason | null;
  /** The place that decided it: the last step of the chain, or the finding's own place. */
  readonly cause: Place;
  readonly related: readonly Step[];
  readonly fixes: readonly Fix[];
  /** Where there is no fix: what to do by hand, and why there is none. Left out where nothing is to be done. */
  readonly byHand?: string;
  /** Of options that cookies share: how many cookies the place decides. Each of them is a finding of its own. */
  readonly decides?: number;
  /** The place of the shared options that decide the cookie: it is mended, and may be accepted, there. */
  readonly options?: Place;
  /** App root, relative to the scanned root; `.` for the root itself. */
  readonly app: string;
  /** The suppression that hides it, when it is suppressed. */
  readonly suppressed?: { readonly reason: string };
}

/** How Secure ends up for one cookie (see docs/architecture.md, "states"). */
export type SecureState =
  'on' | 'env-escape-hatch' | 'env-conditional' | 'inverted' | 'disabled' | 'missing' | 'request-conditional' | 'unresolved';

/** One row of the inventory: a cookie the repository sets. */
export interface CookieRecord {
  readonly path: string;
  readonly range: Range;
  readonly rule: string;
  readonly framework: string;
  readonly surface: string;
  readonly cookie: CookieName;
  readonly state: SecureState;
  /** The other attributes as far as they are known: a literal, `true`/`false`, or the expression as written in `⟨…⟩`-free form. */
  readonly attributes: Readonly<Partial<Record<Attribute, string | number | boolean>>>;
  /** The policy that makes it Secure, where one does. */
  readonly coveredBy?: Place & { readonly surface: string };
  readonly app: string;
  readonly confidence: Confidence;
  /** The site deletes the cookie. */
  readonly deletes: boolean;
}

/** A file, or a part of one, that was not read, and why. */
export interface Skipped {
  readonly path: string;
  readonly why: string;
  /**
   * `internal`: a bug of this program, which costs what stands there and nothing else. `limit`: it would have taken more work
   * than one place is given. Left out where the file is the reason: unreadable, no text, broken.
   */
  readonly kind?: 'internal' | 'limit';
}

export interface AppSummary {
  readonly root: string;
  readonly frameworks: readonly string[];
  readonly verdict: Exclude<Verdict, 'none'>;
  /** The lowest that the score can be: as if the undecided cookies lacked Secure. */
  readonly score: number;
  /** The highest that it can be: as if they had it. Equal to `score` where every cookie is decided. */
  readonly bestScore: number;
  readonly reasons: readonly Reason[];
  /** How many cookies are undecided. */
  readonly undecided: number;
  /** How many files mention cookies in a language that nobody reads. Left out where there is none. */
  readonly unread?: number;
}

/** The whole result of a run. Findings and cookies are sorted by path, then start, then surface, then problem. */
export interface Report {
  /** Findings to report (severity note included, which formats may hide). Suppressed ones are apart. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  readonly cookies: readonly CookieRecord[];
  readonly apps: readonly AppSummary[];
  readonly verdict: Verdict;
  /** The mean of the apps' scores; null where there is no cookie to judge. */
  readonly score: number | null;
  readonly bestScore: number | null;
  /** The cookies that could not be decided, each as its finding; those that are not session-like are not in `findings`. */
  readonly undecided: readonly Finding[];
  /** Files listed, and of those, the ones that were parsed because they mention a trigger. */
  readonly files: number;
  readonly candidates: number;
  readonly skipped: readonly Skipped[];
  /** Text of a file the report points into, for code frames and line numbers; undefined when it could not be read. */
  readonly textOf: (path: string) => string | undefined;
  /** Where a place stands in a file whose text is not at hand, as another run has seen it. */
  readonly placed?: (place: Place) => Positions | undefined;
  /** Whether a part of a file could not be parsed; a host that can't tell leaves it out. */
  readonly isBroken?: (path: string) => boolean;
}
