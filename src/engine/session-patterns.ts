/** The configuration's own session-like names as expressions. */
import type { Config } from './config/config.js';

/** Globs over cookie names, any case: `*` is any text. */
export function sessionPatterns(config: Pick<Config, 'sessionNames'>): readonly RegExp[] {
  return config.sessionNames.map((glob) => new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i'));
}
