/** What is said of a safe fix where other cookies of the program can be switched off on purpose. */
import type { Finding } from '../cookies/finding.js';
import { besideSwitch, type Switches } from '../fixes/taken-away.js';
import type { AppResult } from './lint.js';

/** A settings file is where switches are set; code and pages follow them. */
const FOLLOWS =
  /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?|twig|ejs|hbs|handlebars|mustache|pug|njk|liquid|jinja2?|j2|tpl|phtml|jsp|cshtml|py|rb|erb|haml|slim|php|java|kt|kts|scala|groovy|cs|fs|vb|go|rs|ex|exs)$/;

export const followingSwitches = (finding: Finding, switches: Switches): Finding =>
  FOLLOWS.test(finding.path) && !finding.problem.startsWith('env') && finding.fixes.some(({ safe }) => safe)
    ? { ...finding, fixes: finding.fixes.map((fix) => besideSwitch(fix, switches)) }
    : finding;

/** The scripts of `public` are a part of the application around them, and what switches its cookies is theirs too. */
export function withSwitchesAround(results: readonly AppResult[]): AppResult[] {
  const switching = results.filter(({ switches: { variables, scheme } }) => variables.length > 0 || scheme);
  if (switching.length === 0) return [...results];
  return results.map((result) => {
    const around = switching.filter((other) => other !== result && areNested(other.app.root, result.app.root));
    return around.reduce(
      (one, { switches }) => ({ ...one, findings: one.findings.map((finding) => followingSwitches(finding, switches)) }),
      result,
    );
  });
}

const areNested = (a: string, b: string): boolean => isBelow(a, b) || isBelow(b, a);

const isBelow = (root: string, folder: string): boolean => root === '.' || folder.startsWith(`${root}/`);
