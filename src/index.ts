/** The programming interface: scan a tree, and the types of what comes back. */
export { scan, type ScanOptions } from './engine/scan.js';
export { defaultConfig, type Config } from './engine/config/config.js';
export { loadConfig } from './engine/config/load.js';
export type * from './cookies/finding.js';
