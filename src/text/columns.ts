/** Text as a terminal lays it out: its width in columns, where a wide character takes two and a mark on one none. */
import stringWidth from 'string-width';

/** The columns that `text` takes; escape sequences of styles and links take none. */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

/** `text` with spaces after it, up to `width` columns. */
export function padColumns(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

/** `text`, cut with an ellipsis where it is wider than `width` columns. It may hold no escape sequences. */
export function cutColumns(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let cut = '';
  let columns = 1;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    columns += columnsOf(segment);
    if (columns > width) break;
    cut += segment;
  }
  return `${cut}…`;
}

/** `words` in lines of at most `width` columns; a word that is wider keeps a line of its own. Spaces before a word only part it from one on its line. */
export function wrap(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let columns = 0;
  for (const word of words) {
    const own = columnsOf(word);
    if (lines.length > 0 && columns + 1 + own <= width) {
      lines.push(`${lines.pop() ?? ''} ${word}`);
      columns += 1 + own;
    } else {
      lines.push(word.trimStart());
      columns = columnsOf(word.trimStart());
    }
  }
  return lines;
}
