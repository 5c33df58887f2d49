/** The PHP rules. Frameworks come before PHP itself, whose functions they use. */
import type { Rule } from '../../src/matching/surface.js';
import php from './php.js';
import setCookie from './set-cookie.js';
import wordpress from './wordpress.js';

export const phpRules: readonly Rule[] = [wordpress, php, setCookie];
