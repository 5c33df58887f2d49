/** The options of report formats, from rules, terminal and arguments. */
import type { Finding } from '../cookies/finding.js';
import type { Rule } from '../matching/surface.js';
import type { FormatOptions, RuleText, RunFacts } from '../report/format.js';
import type { Parsed } from './arguments.js';
import { toolName, type Output, type Surroundings } from './surroundings.js';
import { knowsHyperlinks, terminalColumns, wantsColor } from './terminal.js';

/** The words of each rule. Modules that share an id (one per language) are one rule to the user. */
export function ruleTexts(rules: readonly Rule[]): Map<string, RuleText> {
  const texts = new Map<string, RuleText>();
  for (const { id, title, docs } of rules) {
    if (texts.has(id)) continue;
    const surfaces = documented(rules.filter((one) => one.id === id));
    texts.set(id, {
      id,
      title: `${title}: cookies without Secure`,
      description: `Finds cookies that ${title} sends without Secure in production, or only under some conditions.`,
      url: docs,
      surfaces,
    });
  }
  return texts;
}

/** The surfaces of some rules that have documentation of their own: what their first entry has, of which the others are forms. */
function documented(rules: readonly Rule[]): Map<string, string> {
  const first = new Map(
    rules
      .flatMap(({ surfaces }) => surfaces)
      .toReversed()
      .map((surface) => [surface.id, 'docs' in surface ? surface.docs : undefined] as const),
  );
  return new Map([...first].flatMap(([id, docs]) => (docs === undefined ? [] : [[id, docs] as const])));
}

/** `screen`: where the report is shown; undefined for a file, which gets neither colours nor links. */
export function formatOptions(
  parsed: Parsed,
  world: Surroundings,
  root: string,
  rules: readonly Rule[],
  fingerprints: ReadonlyMap<Finding, string>,
  screen: Output | undefined,
  pedantic: boolean,
  run?: RunFacts,
): FormatOptions {
  return {
    tool: { name: toolName, version: world.version },
    rules: ruleTexts(rules),
    fingerprints,
    root,
    color: screen !== undefined && wantsColor(screen, world.env, parsed),
    hyperlinks: screen !== undefined && knowsHyperlinks(screen, world.env),
    columns: screen === undefined ? undefined : terminalColumns(screen),
    pedantic,
    all: parsed.flags.has('all'),
    ...(run === undefined ? {} : { run }),
  };
}
