/** Edits of a JSON file in the layout that it has. */
import type { Edit as JsonEdit, FormattingOptions } from 'jsonc-parser';
import type { Edit } from '../../cookies/finding.js';

/** The edits that `change` makes, given the file's own indentation; undefined where the text is no JSON object. */
export function jsonEdits(text: string, change: (formatting: FormattingOptions) => readonly JsonEdit[]): readonly Edit[] | undefined {
  if (!/^\uFEFF?\s*(?:\/[/*][^]*)?\{/.test(text)) return undefined;
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const formatting = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return change(formatting).map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }));
}
