/** Bar charts as inline SVG: cookies by state, and by framework. Every bar also says its number in words. */
import type { SecureState } from '../../cookies/finding.js';
import { printable } from '../../text/printable.js';
import { stateText, type InventoryRow } from '../inventory.js';
import { escapeMarkup } from '../markup.js';

type State = SecureState | 'covered';

/** From good to bad, as the bars are stacked. */
export const stateOrder: readonly State[] = [
  'on',
  'covered',
  'env-escape-hatch',
  'request-conditional',
  'env-conditional',
  'disabled',
  'missing',
  'inverted',
  'unresolved',
];

interface Bar {
  readonly label: string;
  readonly parts: readonly { readonly state: State; readonly count: number }[];
}

/** How many cookies are in each state. */
export function stateChart(rows: readonly InventoryRow[]): string {
  const bars = stateOrder
    .map((state) => ({ label: state, parts: [{ state, count: rows.filter((row) => row.state === state).length }] }))
    .filter(({ parts }) => parts.some(({ count }) => count > 0));
  return chart('chart-state', 'Cookies by state of Secure', bars);
}

/** How many cookies of each framework are in which state. */
export function frameworkChart(rows: readonly InventoryRow[]): string {
  const frameworks = [...new Set(rows.map(({ framework }) => framework))].sort();
  const bars = frameworks.map((framework) => ({
    label: framework,
    parts: stateOrder
      .map((state) => ({ state, count: rows.filter((row) => row.framework === framework && row.state === state).length }))
      .filter(({ count }) => count > 0),
  }));
  return chart('chart-framework', 'Cookies by framework', bars);
}

function chart(id: string, title: string, bars: readonly Bar[]): string {
  if (bars.length === 0) return '';
  const total = (bar: Bar): number => bar.parts.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(...bars.map(total));
  const rowHeight = 26;
  const left = 200;
  const width = 300;
  const rows = bars.map((bar, index) => {
    const y = index * rowHeight;
    let x = left;
    const rects = bar.parts.map(({ state, count }) => {
      const length = (count / most) * width;
      const rect = `<rect class="state-${state}" x="${round(x)}" y="${y + 4}" width="${round(Math.max(length, 1))}" height="18"><title>${escapeMarkup(`${count} ${state}: ${stateText[state]}`)}</title></rect>`;
      x += length;
      return rect;
    });
    const name = printable(bar.label);
    const label = name.length > 24 ? `${name.slice(0, 23)}…` : name;
    return `<text class="chart-label" x="${left - 8}" y="${y + 18}">${escapeMarkup(label)}</text>${rects.join('')}<text class="chart-count" x="${round(x + 6)}" y="${y + 18}">${total(bar)}</text>`;
  });
  const words = bars
    .map(
      (bar) =>
        `${printable(bar.label)}: ${bar.parts.map(({ state, count }) => (bar.label === state ? `${count}` : `${count} ${state}`)).join(', ')}`,
    )
    .join('; ');
  return `<figure><figcaption>${escapeMarkup(title)}</figcaption><svg role="img" aria-labelledby="${id}-title ${id}-words" viewBox="0 0 ${left + width + 40} ${bars.length * rowHeight + 4}"><title id="${id}-title">${escapeMarkup(title)}</title><desc id="${id}-words">${escapeMarkup(words)}</desc>${rows.join('')}</svg></figure>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
