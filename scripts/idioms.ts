/** `npm run idioms`: writes docs/idioms.md, what the linter says about every idiom in every language. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cells, gradeOf, NAMED, PRINTERS, type Cell, type Grade } from '../test/idioms/matrix.js';

const root = fileURLToPath(new URL('../test/idioms', import.meta.url));
const SIGNS: Readonly<Record<Grade, string>> = { right: '✓', undecided: '?', wrong: '✗', silent: '‼' };
const GRADES: readonly Grade[] = ['right', 'undecided', 'wrong', 'silent'];

const all = await cells(root);

/** The worst of a cell's variants; nothing where the language does not have the idiom. */
function signOf(idiom: string, language: string): string {
  const grades = all.filter((cell) => cell.idiom === idiom && cell.language === language).map(gradeOf);
  const worst = GRADES.findLast((grade) => grades.includes(grade));
  return worst === undefined ? '' : SIGNS[worst];
}

const count = (grade: Grade, of: readonly Cell[] = all): number => of.filter((cell) => gradeOf(cell) === grade).length;
const row = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
const languages = PRINTERS.map(({ language }) => language);

const notRight = all
  .filter((cell) => gradeOf(cell) !== 'right')
  .map(({ idiom, language, expected, said }) => `- ${language}, ${idiom}: is \`${expected}\`, said \`${said}\``);
const text = [
  '# Idioms in every language',
  '',
  'Written by `npm run idioms` from `test/idioms`: `meaning.ts` has each idiom once as meaning, printed for each language, `structures.ts` those that are a',
  "matter of a language's own forms; for values that are on, off, and decided by a variable.",
  '',
  `${all.length} programs: ${count('right')} right (${((100 * count('right')) / all.length).toFixed(1)} %), ${count('undecided')} undecided, ${count('wrong')} wrong but said, ${count('silent')} silently wrong.`,
  '',
  '✓ right in all variants, ? undecided in one, ✗ wrong in one, ‼ said to be Secure where it is not; empty where the language does not have the idiom or nobody has printed it yet.',
  '',
  row(['idiom', ...languages]),
  row(['---', ...languages.map(() => ':-:')]),
  ...NAMED.map(({ id, says }) => row([`${id}: ${says}`, ...languages.map((language) => signOf(id, language))])),
  '',
  ...(notRight.length === 0 ? [] : ['## Not right', '', ...new Set(notRight), '']),
].join('\n');

writeFileSync(path.join(root, '../../docs/idioms.md'), text);
