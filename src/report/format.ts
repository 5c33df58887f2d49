/** What every report format is given and gives back: a report and options in, text out. Formats have no effects. */
import type { Finding, Problem, Report } from '../cookies/finding.js';

/** What a format says about a rule. */
export interface RuleText {
  readonly id: string;
  readonly title: string;
  /** One or two sentences on what the rule looks at. */
  readonly description: string;
  /** Where to read more. */
  readonly url?: string;
}

/** What a format says about a problem. */
export interface ProblemText {
  readonly title: string;
  /** What happens to the user if it is left. */
  readonly consequence: string;
  readonly remedy: string;
}

/** The words of rules and problems; formats know neither. */
export interface Catalogue {
  readonly rule: (id: string) => RuleText | undefined;
  readonly problem: (problem: Problem) => ProblemText | undefined;
}

export interface FormatOptions {
  readonly tool: { readonly name: string; readonly version: string };
  readonly catalogue: Catalogue;
  /** Of every finding of the whole run, so that a report of a part of them names them alike. */
  readonly fingerprints: ReadonlyMap<Finding, string>;
  /** Absolute path of the scanned root, for links that open an editor. */
  readonly root: string;
  readonly color: boolean;
  readonly hyperlinks: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Show notes in the formats that people read. */
  readonly pedantic: boolean;
}

/** A report as text, ending in a line break. */
export type Format = (report: Report, options: FormatOptions) => string;
