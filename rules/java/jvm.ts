/** What the rules of the Java virtual machine's languages share. */
import type { LanguageId } from '../../src/syntax/ir.js';
import { argument, type Place } from '../../src/matching/surface.js';

export const JVM: readonly LanguageId[] = ['java', 'kotlin', 'scala'];

/** An argument that no overload has: Secure cannot be given in this call. */
export const nowhere: Place = argument(99);
