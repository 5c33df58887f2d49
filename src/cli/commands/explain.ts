/** `explain`: a rule, a surface or a problem in the terminal, with a bad and a good example. */
import type { Problem } from '../../cookies/finding.js';
import { problems } from '../../cookies/problems.js';
import type { Rule, Surface } from '../../matching/surface.js';
import { hyperlink, painter, type Paint } from '../../report/terminal-style.js';
import { nearest } from '../../text/nearest.js';
import type { Parsed } from '../arguments.js';
import { isListedOnly, setsNoCookie, type Example, type Examples } from '../../../rules/example.js';
import { listedSurfaces, roleOf, titlesOf } from '../../../rules/listing.js';
import { problemExamples } from '../explain/problem-examples.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';
import { knowsHyperlinks, wantsColor } from '../terminal.js';
import { UserError } from '../user-error.js';

export async function explain(parsed: Parsed, world: Surroundings): Promise<number> {
  const [subject] = parsed.positionals;
  if (subject === undefined) throw new UserError(`what? ${toolName} explain <rule, surface or problem>, as \`explain express\` or \`explain env-conditional\``);
  const paint = painter(wantsColor(world.stdout, world.env, parsed));
  const rules = await world.rules();
  if (Object.hasOwn(problems, subject)) world.stdout.write(problemText(subject as Problem, paint));
  else {
    const id = subject.split('/')[0] ?? '';
    const modules = rules.filter((rule) => rule.id === id || rule.surfaces.some((surface) => surface.id === subject));
    const known = [...Object.keys(problems), ...rules.map((rule) => rule.id), ...rules.flatMap((rule) => rule.surfaces.map((surface) => surface.id))];
    if (modules.length === 0 || (subject.includes('/') && !known.includes(subject))) {
      const near = nearest(subject, known);
      throw new UserError(`there is no rule or problem ${subject}${near === undefined ? ` (\`${toolName} rules\` lists them)` : `; did you mean ${near}?`}`);
    }
    const { surfaceExamples } = await import('../../../rules/examples.js');
    const link = (url: string): string => hyperlink({ hyperlinks: knowsHyperlinks(world.stdout, world.env) }, url, paint('underline', url));
    world.stdout.write(ruleText(modules, subject, surfaceExamples, paint, link));
  }
  return exit.clean;
}

function problemText(problem: Problem, paint: Paint): string {
  const { summary, why, remedy } = problems[problem];
  return `${paint('bold', problem)}: ${summary}\n\n${why}\n\n${badAndGood(problemExamples[problem], paint)}\nWhat to do: ${remedy}\n`;
}

function ruleText(modules: readonly Rule[], subject: string, known: Examples, paint: Paint, link: (url: string) => string): string {
  const [first] = modules;
  if (first === undefined) return '';
  const surfaces = listedSurfaces(modules).map(({ surface }) => surface);
  const shown = surfaces.find(({ id }) => id === subject && Object.hasOwn(known, id)) ?? surfaces.find(({ id, kind }) => (kind === 'write' || kind === 'session') && Object.hasOwn(known, id)) ?? surfaces.find(({ id }) => Object.hasOwn(known, id));
  const example = shown === undefined ? undefined : known[shown.id];
  const width = Math.max(...surfaces.map(({ id }) => id.length));
  return [
    `${paint('bold', first.id)}: cookies of ${titlesOf(modules)}`,
    '',
    'What it looks at:',
    ...surfaces.map((surface) => `  ${surface.id === subject ? paint('bold', surface.id.padEnd(width)) : surface.id.padEnd(width)}  ${roleOf(surface)}`),
    '',
    ...(example === undefined || shown === undefined ? [] : [`${shown.id}${example.file === undefined ? '' : ` in ${example.file}`}:`, surfaceExample(example, shown, paint)]),
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

const badAndGood = (example: { readonly bad: string; readonly good: string }, paint: Paint): string => `${block('bad', 'red', example.bad, paint)}${block('good', 'green', example.good, paint)}`;

const block = (label: string, style: 'red' | 'green', text: string, paint: Paint): string => `${paint(style, label)}\n${text.split('\n').map((line) => `    ${line}`).join('\n')}\n`;
