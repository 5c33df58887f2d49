/** The Rust rules, in the order in which they name a site that fits several. */
import type { Rule } from '../../src/matching/surface.js';

export const rustRules: readonly Rule[] = [];
