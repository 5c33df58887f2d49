/** Makes text from a scanned repository safe to print: names of files and cookies are data, and must not steer a terminal. */

/** Control characters, and the marks that reorder or hide text on a screen. Their escape is what matters, so the class is spelt in escapes. */

const unprintable = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

/** How Azure Pipelines (`##vso[`), TeamCity (`##teamcity[`) and GitHub's runner (`##[`) find a command in the middle of a line. */
const COMMAND = /##(?=\w*\[)/g;

/** `text` on one line, with everything that has no visible form of its own written as an escape. */
export function printable(text: string): string {
  return text.replace(COMMAND, '#\\u{23}').replace(unprintable, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    if (character === '\t') return '\\t';
    return `\\u{${character.charCodeAt(0).toString(16)}}`;
  });
}

/** A path at the beginning of a line: one that begins with two colons would be a command to GitHub's runner. */
export const printablePath = (file: string): string => printable(file.trimStart().startsWith('::') ? `./${file}` : file);

/** A source line for a code frame: every UTF-16 code unit stays one column wide, so that a mark below it stays in place. */
export function printableLine(line: string): string {
  return line.replace(unprintable, (character) => {
    if (character === '\t') return ' ';
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u00B7';
  });
}

/** A text of several lines to quote: line breaks and tabs stay, as `\n` and `\t`. */
export function printableText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split(/([\n\t])/)
    .map((part, index) => (index % 2 === 1 ? part : printable(part)))
    .join('');
}
