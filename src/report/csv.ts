/** CSV as RFC 4180 has it. */
import { printable } from '../text/printable.js';

/** One line of cells. A cell that a spreadsheet would take for a formula is kept text by an apostrophe. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: string): string {
  const text = printable(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
