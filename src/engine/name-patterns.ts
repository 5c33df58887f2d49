/** The configuration's own session-like and ordinary names as expressions. */
import type { NamePatterns } from '../cookies/session-names.js';
import type { Config } from './config/config.js';

/** Globs over cookie names, any case: `*` is any text. */
export function namePatterns(config: Pick<Config, 'sessionNames' | 'ordinaryNames'>): NamePatterns {
  return { session: config.sessionNames.map(globOf), ordinary: config.ordinaryNames.map(globOf) };
}

const globOf = (glob: string): RegExp => new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i');
