/** The languages of the Java virtual machine that rules share. */
import type { LanguageId } from '../../src/syntax/ir.js';

export const JVM: readonly LanguageId[] = ['java', 'kotlin', 'scala'];
