/** The formats of a verification by name, each loaded when it is asked for. */
import type { VerifyFormat } from './rows.js';

export const verifyFormats = {
  pretty: async () => (await import('./pretty.js')).pretty,
  json: async () => (await import('./json.js')).json,
  markdown: async () => (await import('./markdown.js')).markdown,
  html: async () => (await import('./html.js')).html,
  sarif: async () => (await import('./sarif.js')).sarif,
  junit: async () => (await import('./junit.js')).junit,
} as const satisfies Readonly<Record<string, () => Promise<VerifyFormat>>>;

export type VerifyFormatName = keyof typeof verifyFormats;

export const verifyFormatNames = Object.keys(verifyFormats) as readonly VerifyFormatName[];
