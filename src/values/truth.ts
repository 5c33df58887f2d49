/** How languages decide truth. */
import type { LanguageId } from '../syntax/ir.js';
import type { Truth } from './outcome.js';

/** The truth of each language's conditions. */
export function truthOf(language: LanguageId): Truth {
  switch (language) {
    case 'python':
      return 'python';
    case 'ruby':
      return 'ruby';
    case 'php':
      return 'php';
    case 'javascript':
      return 'javascript';
    default:
      return 'strict';
  }
}
