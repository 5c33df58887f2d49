/** The configuration of a run, with its errors told as the user's. */
import { ConfigError, loadConfig, type LoadedConfig } from '../engine/config/load.js';
import { defaultConfig } from '../engine/config/config.js';
import { valueOf, type Parsed } from './arguments.js';
import type { Surroundings } from './surroundings.js';
import { UserError } from './user-error.js';

/** What `--config` and `--no-config` ask for, else the nearest configuration of the root. */
export async function configurationOf(parsed: Parsed, root: string, world: Surroundings): Promise<LoadedConfig> {
  if (parsed.flags.has('no-config')) return { config: defaultConfig, origins: new Map() };
  const rules = await world.rules();
  const known = { rules: rules.map(({ id }) => id), surfaces: rules.flatMap(({ surfaces }) => surfaces.map(({ id }) => id)) };
  try {
    return await loadConfig(root, valueOf(parsed, 'config'), known);
  } catch (error) {
    throw error instanceof ConfigError ? new UserError(error.message) : error;
  }
}
