/** The options of report formats, from rules, terminal and arguments. */
import type { Finding } from '../cookies/finding.js';
import type { Rule } from '../matching/surface.js';
import type { FormatOptions, RuleText } from '../report/format.js';
import type { Parsed } from './arguments.js';
import { toolName, type Output, type Surroundings } from './surroundings.js';
import { knowsHyperlinks, wantsColor } from './terminal.js';

/** The words of each rule. Modules that share an id (one per language) are one rule to the user. */
export function ruleTexts(rules: readonly Rule[]): Map<string, RuleText> {
  const texts = new Map<string, RuleText>();
  for (const { id, title, docs } of rules) {
    if (texts.has(id)) continue;
    texts.set(id, { id, title: `${title}: cookies without Secure`, description: `Finds cookies that ${title} sends without Secure in production, or only under some conditions.`, url: docs });
  }
  return texts;
}

export function formatOptions(parsed: Parsed, world: Surroundings, root: string, rules: readonly Rule[], fingerprints: ReadonlyMap<Finding, string>, output: Output, pedantic: boolean): FormatOptions {
  return {
    tool: { name: toolName, version: world.version },
    rules: ruleTexts(rules),
    fingerprints,
    root,
    color: wantsColor(output, world.env, { refused: parsed.flags.has('no-color') }),
    hyperlinks: knowsHyperlinks(output, world.env),
    width: Math.max(60, Math.min(output.columns ?? 120, 160)),
    pedantic,
  };
}
