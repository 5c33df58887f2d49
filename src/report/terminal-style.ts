/** Colours and links of a terminal, or neither. */
import { pathToFileURL } from 'node:url';
import type { FormatOptions } from './format.js';

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

export type Style = keyof typeof codes;

export type Paint = (style: Style, text: string) => string;

/** Wraps text in a style where colour is wanted, else leaves it as it is. */
export function painter(color: boolean): Paint {
  return (style, text) => (color && text !== '' ? `\u001B[${codes[style][0]}m${text}\u001B[${codes[style][1]}m` : text);
}

/** Text that opens `url` in terminals that know hyperlinks (OSC 8). */
export function hyperlink(options: Pick<FormatOptions, 'hyperlinks'>, url: string, text: string): string {
  return options.hyperlinks ? `\u001B]8;;${url}\u001B\\${text}\u001B]8;;\u001B\\` : text;
}

/** The address of a scanned file. */
export function fileUrl(root: string, path: string): string {
  return pathToFileURL(`${root}/${path}`).href;
}
