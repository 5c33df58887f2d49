/** Pieces that our HTML pages share: filters and diffs. */
import { escapeMarkup } from '../markup.js';
import { text } from './page.js';

export function select(label: string, name: string, values: Iterable<string>): string {
  const options = [...new Set(values)].sort().map((value) => `<option value="${text(value)}">${text(value)}</option>`);
  return `<label>${label}<select name="${name}"><option value="">all</option>${options.join('')}</select></label>`;
}

export function filters(label: string, items: string, controls: readonly string[]): string {
  // Hidden until the script that serves it has run.
  return `<form class="filters" data-items="${items}" role="search" aria-label="${label}" hidden>${controls.join('')}<label>Text<input type="search" name="text" autocomplete="off"></label><output aria-live="polite"></output></form>`;
}

/** A unified diff. */
export function diff(unified: string): string {
  if (unified === '') return '';
  const lines = unified
    .replace(/\n$/, '')
    .split('\n')
    .map((line, index) => {
      const shown = escapeMarkup(line);
      // The first two lines are the names of the file.
      if (index > 1 && line.startsWith('+')) return `<ins>${shown}</ins>\n`;
      if (index > 1 && line.startsWith('-')) return `<del>${shown}</del>\n`;
      return `${shown}\n`;
    });
  return `<pre tabindex="0" role="group" aria-label="Change">${lines.join('')}</pre>`;
}
