/** The Ruby rules. Frameworks with a mark of their own come before Rails, whose jar has the commonest name. */
import type { Rule } from '../../src/matching/surface.js';
import policies from './policies.js';
import rails from './rails.js';

export const rubyRules: readonly Rule[] = [policies, rails];
