/** The configuration's own session-like and ordinary names as tests. */
import type { NamePatterns } from '../cookies/session-names.js';
import { nameMatcher } from '../text/glob.js';
import type { Config } from './config/config.js';

/** Globs over cookie names, any case: `*` is any text. */
export function namePatterns(config: Pick<Config, 'sessionNames' | 'ordinaryNames'>): NamePatterns {
  return { session: config.sessionNames.map(nameMatcher), ordinary: config.ordinaryNames.map(nameMatcher) };
}
