/** What every report format is given and gives back: a report and options in, text out. Formats have no effects. */
import type { Finding, Report } from '../cookies/finding.js';

/** What a format says about a rule. */
export interface RuleText {
  readonly id: string;
  readonly title: string;
  /** One or two sentences on what the rule looks at. */
  readonly description: string;
  /** Where to read more. */
  readonly url?: string;
  /** Where to read more about one of its surfaces, by the surface's id. */
  readonly surfaces?: ReadonlyMap<string, string>;
}

/** Of which tree a report speaks, when it was made, and how. */
export interface RunFacts {
  readonly at: Date;
  /** The command line, as it could be typed again. */
  readonly command: string;
  /** The last part of the repository's folder. */
  readonly repository: string;
  /** Where the repository is cloned from, without any password; undefined where it comes from nowhere. */
  readonly remote?: string;
  /** The scanned folder, relative to the top of the repository; undefined for the top. */
  readonly folder?: string;
  /** The commit that the tree stands at; undefined outside of a repository. */
  readonly commit?: string;
}

/** Which part of a whole run made the report. */
export interface ShardFacts {
  readonly index: number;
  readonly total: number;
  /** Stands for all that decides a report beside the tree: two runs with another one can't be parts of the same whole. */
  readonly configuration: string;
}

export interface FormatOptions {
  readonly tool: { readonly name: string; readonly version: string };
  /** The rules by id; a rule that is not there is shown by its id alone. */
  readonly rules: ReadonlyMap<string, RuleText>;
  /** Of every finding of the whole run, so that a report of a part of them names them alike. */
  readonly fingerprints: ReadonlyMap<Finding, string>;
  /** Absolute path of the scanned root, for links that open an editor. */
  readonly root: string;
  readonly color: boolean;
  readonly hyperlinks: boolean;
  /** Columns of the terminal that shows the report: longer lines are broken. Undefined where no terminal does. */
  readonly columns: number | undefined;
  /** Show notes in the formats that people read. */
  readonly pedantic: boolean;
  /** Show every finding in full, however many there are. */
  readonly all?: boolean;
  /** The run that made the report. */
  readonly run?: RunFacts;
  /** Set for a part of a run: the report then holds all that joining it with the others takes. */
  readonly shard?: ShardFacts;
}

/** A report as text, ending in a line break. */
export type Format = (report: Report, options: FormatOptions) => string;

/** The documentation of what a finding is about: of its surface, else of its framework; undefined where nothing is known. */
export function urlOf({ rule, surface }: Pick<Finding, 'rule' | 'surface'>, { rules }: Pick<FormatOptions, 'rules'>): string | undefined {
  const text = rules.get(rule);
  return text?.surfaces?.get(surface) ?? text?.url;
}
