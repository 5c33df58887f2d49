/** How a surface looks where it is wrong and where it is right: `explain` and the rule pages show it, test/surfaces runs it. */
import type { Problem } from '../src/cookies/finding.js';
import type { LanguageId } from '../src/syntax/ir.js';
import type { Rule, Surface } from '../src/matching/surface.js';

export interface Example {
  /** What is reported; of a policy, a proxy or a condition: the app without it. */
  readonly bad: string;
  readonly good: string;
  /** Where the snippet stands, if that matters; else the name is `example` and the language that of the rule. */
  readonly file?: string;
  /** Packages that the app's manifest must name. */
  readonly packages?: readonly string[];
  /** Other files of the app by their paths: what makes the framework send the cookie, a cookie for a policy to cover. */
  readonly beside?: Readonly<Record<string, string>>;
  /** The good one is reported still, as this: nothing that can be written there makes the cookie surely Secure. */
  readonly remains?: { readonly problem: Problem; readonly because: string };
}

/** By the surface's id. */
export type Examples = Readonly<Record<string, Example>>;

/** A snippet of several lines, indented as the code around it. Only `` ` `` and `${` are escaped. */
export function code({ raw }: TemplateStringsArray): string {
  const lines = raw
    .join('')
    .replace(/\\([`$])/g, '$1')
    .split('\n')
    .slice(1, -1);
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length));
  return lines.map((line) => line.slice(margin)).join('\n');
}

const EXTENSIONS: Readonly<Partial<Record<LanguageId, string>>> = {
  javascript: 'js',
  python: 'py',
  ruby: 'rb',
  php: 'php',
  java: 'java',
  csharp: 'cs',
  go: 'go',
  rust: 'rs',
  yaml: 'yml',
  xml: 'xml',
  json: 'json',
  toml: 'toml',
  ini: 'ini',
  properties: 'properties',
  nginx: 'conf',
  apache: 'conf',
  haproxy: 'cfg',
  dotenv: 'env',
};

/** The path at which an example of a rule stands. */
export function fileOf(example: Example, rule: Rule): string {
  const [language] = rule.languages;
  return example.file ?? `example.${language === undefined ? 'txt' : (EXTENSIONS[language] ?? language)}`;
}

/** A switch over other cookies: its example is an app without it and with it. */
export const setsNoCookie = (surface: Surface): boolean =>
  surface.kind === 'proxy' || surface.kind === 'condition' || (surface.kind === 'policy' && surface.cookie === undefined);

/** Its cookie is listed and never reported. */
export const isListedOnly = (surface: Surface): boolean => 'inventoryOnly' in surface && surface.inventoryOnly;
