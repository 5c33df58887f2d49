/** Whether a file's text may change what it imports from a JavaScript module, before it is parsed. */

/** The last word by which importers name a module: its file, or its folder. */
export function moduleWord(path: string): string {
  const pieces = path.replace(/\.[cm]?[jt]sx?$/, '').split('/');
  const last = pieces.pop() ?? '';
  return last === 'index' ? (pieces.pop() ?? last) : last;
}

/** Statements that bring a module in, with the names it goes by. */
const IMPORT =
  /\bimport\s+([\w$*{},](?:(?!\bimport\b)[\w$*{}\s,]){0,399}?)(?<!\s)\s+from\s*['"]([^'"\n]{1,200})['"]|\b(?:const|let|var)\s+([\w$]{1,80}|\{[\w$\s,:]{1,400}\})\s*=\s*require\(\s*['"]([^'"\n]{1,200})['"]/g;

/** Whether a text imports from a module of that word and assigns to something below what it got, merges into it, or sets it. */
export function changesImported(text: string, word: string): boolean {
  for (const [, names = '', from, given = '', required] of text.matchAll(IMPORT)) {
    const specifier = from ?? required ?? '';
    if (moduleWord(specifier) !== word) continue;
    const locals = (names + given).match(/[\w$]+/g)?.filter((name) => name !== 'as' && name !== 'type') ?? [];
    if (locals.some((name) => isChanged(text, name))) return true;
  }
  return false;
}

function isChanged(text: string, name: string): boolean {
  const word = name.replaceAll('$', String.raw`\$`);
  const below = String.raw`(?:\s*\.\s*[\w$]+|\[[^\]\n]{1,80}\])`;
  return new RegExp(
    String.raw`(?<![\w$.])${word}(?:${below}+\s*(?:\|\||\?\?|&&)?=(?![=>])|${below}*\.(?:set|update|store|put|load|merge)\w*\()|(?:assign|extend|merge|defaults\w*)\(\s*${word}\b`,
  ).test(text);
}
