/** The Python rules, in the order in which they name a site that fits several. */
import type { Rule } from '../../src/matching/surface.js';
import django from './django.js';

export const pythonRules: readonly Rule[] = [django];
