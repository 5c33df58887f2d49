/** The frame of our HTML pages, and how text gets into them. */
import { createHash } from 'node:crypto';
import type { Verdict } from '../../cookies/finding.js';
import { printable } from '../../text/printable.js';
import type { FormatOptions } from '../format.js';
import { escapeMarkup } from '../markup.js';
import { script } from './script.js';
import { style } from './style.js';

/** A whole page. Nothing but its own style and script may act. */
export function page(title: string, parts: readonly string[]): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  // Nothing but this very style and this very script may act, whatever a file or a cookie is called.
  const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy).replaceAll('&#39;', "'")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${parts.filter((part) => part !== '').join('\n')}
<script>${script}</script>
</body>
</html>
`;
}

/** Text of the repository, or of a site. */
export function text(value: string): string {
  return escapeMarkup(printable(value));
}

/** A message: its code spans become code. */
export function prose(message: string): string {
  return message
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${text(part)}</code>` : text(part)))
    .join('');
}

export function verdict(of: Verdict): string {
  return `<span class="verdict verdict-${of}">${of}</span>`;
}

export function footer(options: Pick<FormatOptions, 'tool'>): string {
  return `<footer>${text(options.tool.name)} ${text(options.tool.version)}</footer>`;
}
