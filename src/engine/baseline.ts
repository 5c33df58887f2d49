/** The baseline: findings that are known and accepted for now, by fingerprint, so that only new ones count. */
import type { Finding } from '../cookies/finding.js';

export interface BaselineEntry {
  readonly fingerprint: string;
  readonly path: string;
  readonly surface: string;
  readonly problem: string;
  readonly cookie: string | null;
}

export interface Baseline {
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

/** A baseline of `findings`, sorted so that its changes read well in a review. Notes never count, so they are not in it. */
export function baselineOf(findings: readonly Finding[], fingerprints: ReadonlyMap<Finding, string>): Baseline {
  return {
    version: 1,
    findings: findings
      .filter(({ severity }) => severity !== 'note')
      .map((finding) => ({
        fingerprint: fingerprints.get(finding) ?? '',
        path: finding.path,
        surface: finding.surface,
        problem: finding.problem,
        cookie: finding.cookie.name,
      }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.fingerprint < b.fingerprint ? -1 : 1)),
  };
}

/** The baseline in `text`, or a message that says what is wrong with it. */
export function parseBaseline(text: string): Baseline | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `is not JSON (${(error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ')}): name the file that --update-baseline wrote`;
  }
  const { version, findings } = (value ?? {}) as Partial<Baseline>;
  if (
    version !== 1 ||
    !Array.isArray(findings) ||
    !findings.every((entry: Partial<BaselineEntry> | null) => typeof entry?.fingerprint === 'string' && typeof entry.path === 'string')
  )
    return 'is no baseline of this version: name the file that --update-baseline wrote, or write it again with that option';
  return value as Baseline;
}

export interface Compared {
  readonly isKnown: (finding: Finding) => boolean;
  /** How many findings the baseline hides. */
  readonly known: number;
  /** Entries that no finding has any more. */
  readonly stale: readonly BaselineEntry[];
}

/** Compares findings with a baseline. Only entries of files that `inScope` says were looked at can be stale. */
export function compareWithBaseline(
  findings: readonly Finding[],
  fingerprints: ReadonlyMap<Finding, string>,
  baseline: Baseline,
  inScope: (path: string) => boolean,
): Compared {
  const accepted = new Set(baseline.findings.map(({ fingerprint }) => fingerprint));
  const present = new Set(findings.map((finding) => fingerprints.get(finding) ?? ''));
  const isKnown = (finding: Finding): boolean => accepted.has(fingerprints.get(finding) ?? '');
  return {
    isKnown,
    known: findings.filter(isKnown).length,
    stale: baseline.findings.filter(({ fingerprint, path }) => !present.has(fingerprint) && inScope(path)),
  };
}
