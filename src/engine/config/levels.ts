/** Applies the levels of a configuration to findings: off, or another severity, per rule, surface, problem and path. */
import type { Finding } from '../../cookies/finding.js';
import { pathMatcher } from '../../text/glob.js';
import type { Config, Level, Levels } from './config.js';

/** A level and the place in the configuration that says so, as `rules.express` or `overrides[0].problems.missing`. */
export interface LevelWithOrigin {
  readonly level: Level;
  readonly origin: string;
}

type Subject = Pick<Finding, 'path' | 'rule' | 'surface' | 'problem'>;

/** Path as the configuration's patterns see it: relative to the configuration's folder. */
export function configPath(config: Config, path: string): string {
  return config.base === '' ? path : `${config.base}/${path}`;
}

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

/** Whether `path` (relative to the scanned root) matches `patterns` of the configuration. */
export function matchesConfigPatterns(config: Config, patterns: readonly string[], path: string): boolean {
  if (patterns.length === 0) return false;
  let matcher = matchers.get(patterns);
  if (matcher === undefined) matchers.set(patterns, (matcher = pathMatcher(patterns)));
  return matcher(configPath(config, path));
}

/**
 * The level that the configuration gives to a finding, or undefined where it says nothing.
 * Overrides come before the top level, later ones before earlier ones; within one, `off` from any key wins,
 * then surface before problem before rule, because the nearest word says the most.
 */
export function levelOf(config: Config, subject: Subject): LevelWithOrigin | undefined {
  for (let i = config.overrides.length - 1; i >= 0; i--) {
    const override = config.overrides[i];
    if (override === undefined || !matchesConfigPatterns(config, override.files, subject.path)) continue;
    const found = levelAmong(override, subject, `overrides[${i}].`);
    if (found !== undefined) return found;
  }
  return levelAmong(config, subject, '');
}

function levelAmong(levels: Levels, subject: Subject, prefix: string): LevelWithOrigin | undefined {
  const said: LevelWithOrigin[] = [];
  const add = (level: Level | undefined, origin: string): void => {
    if (level !== undefined) said.push({ level, origin: prefix + origin });
  };
  add(own(levels.rules, subject.surface), `rules.${subject.surface}`);
  add(own(levels.problems, subject.problem), `problems.${subject.problem}`);
  add(own(levels.rules, subject.rule), `rules.${subject.rule}`);
  return said.find(({ level }) => level === 'off') ?? said[0];
}

/** Records come from the user's file, so a name like `constructor` must not reach a prototype. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The findings that the configuration leaves, with the severities that it gives them. */
export function applyLevels(findings: readonly Finding[], config: Config): Finding[] {
  return findings.flatMap((finding) => {
    const said = levelOf(config, finding);
    if (said === undefined) return [finding];
    return said.level === 'off' ? [] : [{ ...finding, severity: said.level }];
  });
}
