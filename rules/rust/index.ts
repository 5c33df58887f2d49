/** The Rust rules, in the order in which they name a site that fits several. */
import type { Rule } from '../../src/matching/surface.js';
import cookie, { actix, poem, rocket, towerSessions } from './cookie.js';
import { axumSession, rouille, salvo, tide } from './sessions.js';
import setCookie from './set-cookie.js';

export const rustRules: readonly Rule[] = [rocket, actix, towerSessions, axumSession, tide, salvo, rouille, poem, cookie, setCookie];
