/** The rules and idioms of Java, Kotlin and Scala. */
import type { Rule } from '../../src/matching/surface.js';
import servlet from './servlet.js';
import setCookie from './set-cookie.js';
import springSecurity from './spring-security.js';
import springWeb from './spring-web.js';

export const jvmRules: readonly Rule[] = [servlet, springWeb, springSecurity, setCookie];
