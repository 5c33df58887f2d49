/** The formats by name. Each is loaded when it is asked for, so that a plain run starts fast. */
import type { Format } from './format.js';

interface FormatEntry {
  readonly description: string;
  readonly load: () => Promise<Format>;
}

export const formats = {
  pretty: {
    description: 'for people at a terminal: code frame, reason, trail, fix, verdict',
    load: async () => (await import('./pretty.js')).pretty,
  },
  compact: { description: 'one finding per line, as compilers print them', load: async () => (await import('./compact.js')).compact },
  json: { description: 'everything, for programs (schemas/report.schema.json)', load: async () => (await import('./json.js')).json },
  jsonl: { description: 'one finding per line as JSON', load: async () => (await import('./jsonl.js')).jsonl },
  sarif: { description: 'SARIF 2.1.0, for code scanning services', load: async () => (await import('./sarif.js')).sarif },
  github: { description: 'GitHub Actions annotations', load: async () => (await import('./github.js')).github },
  gitlab: { description: 'GitLab code quality', load: async () => (await import('./gitlab.js')).gitlab },
  'gitlab-sast': {
    description: 'GitLab SAST, for the security dashboard',
    load: async () => (await import('./gitlab-sast.js')).gitlabSast,
  },
  junit: { description: 'JUnit XML, for CI servers', load: async () => (await import('./junit.js')).junit },
  checkstyle: { description: 'Checkstyle XML', load: async () => (await import('./checkstyle.js')).checkstyle },
  rdjson: { description: 'reviewdog diagnostics with suggestions', load: async () => (await import('./rdjson.js')).rdjson },
  markdown: { description: 'a comment for a pull request', load: async () => (await import('./markdown.js')).markdown },
  html: { description: 'one page for everybody, without network', load: async () => (await import('./html/html.js')).html },
  prompt: { description: 'a text to paste into any coding assistant', load: async () => (await import('./prompt.js')).prompt },
} as const satisfies Readonly<Record<string, FormatEntry>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
