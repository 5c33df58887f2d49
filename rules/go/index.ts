/** The Go rules, in the order in which they name a site that fits several. */
import type { Rule } from '../../src/matching/surface.js';

export const goRules: readonly Rule[] = [];
