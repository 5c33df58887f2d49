// Kotlin's strings whose holes begin with several dollars, which the grammar does not know: `$$"${a} $${b}"`.
// https://kotlinlang.org/docs/strings.html#multi-dollar-string-interpolation

const OPENING = /(?<!\$)(\${2,})("""|")/g;

/** The text with such strings as others: the dollars before the quotes and single dollars inside are blanked out. */
export function withSingleDollars(text: string): string {
  if (!text.includes('$$')) return text;
  const opening = new RegExp(OPENING);
  let read = text;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [whole, dollars = '', quote = ''] = match;
    const start = match.index + whole.length;
    const end = endOf(text, start, quote);
    if (end === undefined) break;
    const content = text
      .slice(start, end)
      .replace(/\$+/g, (run) => (run.length < dollars.length ? '_'.repeat(run.length) : `${'_'.repeat(run.length - 1)}$`));
    read = `${read.slice(0, match.index)}${' '.repeat(dollars.length)}${quote}${content}${read.slice(end)}`;
    opening.lastIndex = end + quote.length;
  }
  return read;
}

/** Where the closing quotes begin; undefined where a one-line string does not end on its line. */
function endOf(text: string, start: number, quote: string): number | undefined {
  const end = quote === '"' ? /(?<!\\)(?:\\\\)*"|\n/g : /"""(?!")/g;
  end.lastIndex = start;
  const found = end.exec(text);
  return found === null || found[0] === '\n' ? undefined : found.index + found[0].length - quote.length;
}
