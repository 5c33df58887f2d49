/** `explain`: a rule, a surface, a problem or a reason code in the terminal, with a bad and a good example. */
import type { Problem, Reason } from '../../cookies/finding.js';
import { problems, reasons } from '../../cookies/problems.js';
import type { Rule, Surface } from '../../matching/surface.js';
import { hyperlink, painter, type Paint } from '../../report/terminal-style.js';
import { wrap } from '../../text/columns.js';
import { nearest } from '../../text/nearest.js';
import type { Parsed } from '../arguments.js';
import { isListedOnly, setsNoCookie, type Example, type Examples } from '../../../rules/example.js';
import { listedSurfaces, roleOf, titlesOf } from '../../../rules/listing.js';
import { problemExamples } from '../explain/problem-examples.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';
import { knowsHyperlinks, terminalColumns, wantsColor } from '../terminal.js';
import { UserError } from '../user-error.js';

export async function explain(parsed: Parsed, world: Surroundings): Promise<number> {
  const [asked] = parsed.positionals;
  if (asked === undefined)
    throw new UserError(
      `explain what? A rule, a surface, a problem or a reason code: \`${toolName} explain express\`, \`${toolName} explain env-conditional\``,
    );
  const paint = painter(wantsColor(world.stdout, world.env, parsed));
  const rules = await world.rules();
  const known = [
    ...Object.keys(problems),
    ...Object.keys(reasons),
    ...rules.map(({ id }) => id),
    ...rules.flatMap(({ surfaces }) => surfaces.map(({ id }) => id)),
  ];
  const subject = known.find((word) => word.toLowerCase() === asked.toLowerCase());
  if (subject === undefined) {
    const near = nearest(asked, known) ?? known.find((word) => word.startsWith(asked.toLowerCase()));
    throw new UserError(
      `there is no rule or problem ${asked}${near === undefined ? ` (\`${toolName} rules\` lists the rules)` : `; did you mean ${near}?`}`,
    );
  }
  const columns = terminalColumns(world.stdout);
  const prose = (text: string): string => (columns === undefined ? text : wrap(text.split(' '), columns).join('\n'));
  if (Object.hasOwn(problems, subject)) world.stdout.write(problemText(subject as Problem, paint, prose));
  else if (Object.hasOwn(reasons, subject)) world.stdout.write(`${prose(`${paint('bold', subject)}: ${reasons[subject as Reason]}`)}\n`);
  else {
    const { surfaceExamples } = await import('../../../rules/examples.js');
    const link = (url: string): string => hyperlink({ hyperlinks: knowsHyperlinks(world.stdout, world.env) }, url, paint('underline', url));
    world.stdout.write(ruleText(modulesOf(subject, rules), subject, surfaceExamples, paint, link));
  }
  return exit.clean;
}

/** The modules of the rule that `subject` names, or that has the surface of that name. */
function modulesOf(subject: string, rules: readonly Rule[]): readonly Rule[] {
  const owner = rules.find(({ id, surfaces }) => id === subject || surfaces.some((surface) => surface.id === subject));
  return rules.filter(({ id }) => id === owner?.id);
}

function problemText(problem: Problem, paint: Paint, prose: (text: string) => string): string {
  const { summary, why, remedy } = problems[problem];
  return `${prose(`${paint('bold', problem)}: ${summary}`)}\n\n${prose(why)}\n\n${badAndGood(problemExamples[problem], paint)}\n${prose(`What to do: ${remedy}`)}\n`;
}

function ruleText(modules: readonly Rule[], subject: string, known: Examples, paint: Paint, link: (url: string) => string): string {
  const [first] = modules;
  if (first === undefined) return '';
  const surfaces = listedSurfaces(modules).map(({ surface }) => surface);
  const shown =
    surfaces.find(({ id }) => id === subject && Object.hasOwn(known, id)) ??
    surfaces.find(({ id, kind }) => (kind === 'write' || kind === 'session') && Object.hasOwn(known, id)) ??
    surfaces.find(({ id }) => Object.hasOwn(known, id));
  const example = shown === undefined ? undefined : known[shown.id];
  const width = Math.max(...surfaces.map(({ id }) => id.length));
  return [
    `${paint('bold', first.id)}: cookies of ${titlesOf(modules)}`,
    '',
    'What it looks at:',
    ...surfaces.map(
      (surface) => `  ${surface.id === subject ? paint('bold', surface.id.padEnd(width)) : surface.id.padEnd(width)}  ${roleOf(surface)}`,
    ),
    '',
    ...(example === undefined || shown === undefined
      ? []
      : [`${shown.id}${example.file === undefined ? '' : ` in ${example.file}`}:`, surfaceExample(example, shown, paint)]),
    ...[...new Set(modules.map(({ docs }) => docs))].map((url) => `Documentation: ${link(url)}`),
    `Turn it off or change its severity in the configuration: rules: { ${first.id}: off }`,
    '',
  ].join('\n');
}

function surfaceExample(example: Example, surface: Surface, paint: Paint): string {
  if (isListedOnly(surface)) return block('listed, and nothing to write', 'green', example.good, paint);
  const [without, withIt] = setsNoCookie(surface) ? (['without it', 'with it'] as const) : (['bad', 'good'] as const);
  const rest = example.remains === undefined ? '' : `(Reported still, as ${example.remains.problem}: ${example.remains.because}.)\n`;
  return `${block(without, 'red', example.bad, paint)}${block(withIt, 'green', example.good, paint)}${rest}`;
}

const badAndGood = (example: { readonly bad: string; readonly good: string }, paint: Paint): string =>
  `${block('bad', 'red', example.bad, paint)}${block('good', 'green', example.good, paint)}`;

const block = (label: string, style: 'red' | 'green', text: string, paint: Paint): string =>
  `${paint(style, label)}\n${text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}\n`;
