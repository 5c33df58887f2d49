/** The evidence chain of a finding: from the site to the place that decided, each with what stands there. */
import type { Site } from '../matching/site.js';
import { MODE_PREDICATE } from '../values/outcome.js';
import type { Origin, Value } from '../values/value.js';
import type { Place, Step } from '../cookies/finding.js';
import type { Answer } from '../state/state.js';

/** The steps outside the finding's own range, in the order in which the value was followed; each line once. */
export function trailOf(site: Site, result: Answer, own: Place): Step[] {
  const steps: Step[] = [];
  const seen = new Set<string>();
  const add = (origin: Origin, message: string): void => {
    const { path } = origin.program;
    if (path === '' || origin.range.end > origin.program.text.length) return;
    if (path === own.path && origin.range.start >= own.range.start && origin.range.end <= own.range.end) return;
    const key = `${path}:${lineOf(origin.program.text, origin.range.start)}`;
    if (seen.has(key)) return;
    seen.add(key);
    steps.push({ path, range: origin.range, message });
  };
  const { value } = site.secure;
  if (site.matched.caller !== undefined) add({ program: site.matched.program, range: site.range }, 'the helper that sets the cookie');
  for (const hop of (site.matched.caller?.hops ?? []).slice(0, -1).reverse())
    add({ program: hop.program, range: hop.call }, 'passes on what it is given');
  for (const origin of value.via ?? []) add(origin, excerpt(origin));
  if (value.kind !== 'known' || value.absent !== true) add(value.origin, `decided here: ${excerpt(value.origin)}`);
  for (const inner of innerVia(value)) add(inner, excerpt(inner));
  for (const variable of result.environment.slice(0, 3)) add(variable.origin, describeVariable(variable.variable));
  const unknown = result.unknowns[0];
  if (result.state === 'unresolved' && unknown !== undefined) add(unknown.origin, unknown.why);
  return steps;
}

/** Where deployment files give the variables that decide a value, and where templates name them. */
export function evidenceOf(result: Answer): Step[] {
  return result.environment.slice(0, 3).flatMap((variable): Step[] => {
    const step = ({ program, range }: Origin, message: string): Step => ({ path: program.path, range, message });
    const production =
      variable.production === undefined
        ? []
        : [step(variable.production.origin, `sets ${variable.variable} to ${JSON.stringify(variable.production.value)} for production`)];
    const { fallback } = variable;
    const preset =
      fallback?.kind === 'known' &&
      fallback.absent !== true &&
      fallback.origin !== variable.production?.origin &&
      !isInside(fallback.origin, variable.origin)
        ? [step(fallback.origin, `gives ${variable.variable} its default ${JSON.stringify(fallback.value)}`)]
        : [];
    return [
      ...production,
      ...preset,
      ...(variable.named ?? [])
        .slice(0, 2)
        .map((origin) => step(origin, `names ${variable.variable}, which proves nothing for production`)),
    ];
  });
}

const isInside = (inner: Origin, outer: Origin): boolean =>
  inner.program.path === outer.program.path && inner.range.start >= outer.range.start && inner.range.end <= outer.range.end;

const describeVariable = (variable: string): string =>
  variable.startsWith(MODE_PREDICATE) ? `asks whether the mode is ${variable.slice(MODE_PREDICATE.length)}` : `reads ${variable}`;

/** Declarations that the parts of a value were followed through. */
function innerVia(value: Value): Origin[] {
  const origins: Origin[] = [];
  const visit = (at: Value, depth: number): void => {
    if (depth > 6 || origins.length > 8) return;
    origins.push(...(at.via ?? []));
    if (at.kind === 'choice') {
      visit(at.test, depth + 1);
      visit(at.consequent, depth + 1);
      visit(at.alternate, depth + 1);
    } else if (at.kind === 'operation') for (const operand of at.operands) visit(operand, depth + 1);
    else if (at.kind === 'environment' && at.fallback !== undefined) visit(at.fallback, depth + 1);
  };
  visit(value, 0);
  return origins;
}

/** The first line of what stands there, cut short. */
function excerpt(origin: Origin): string {
  const written = origin.program.text.slice(origin.range.start, origin.range.end);
  const line = written.split(/\r?\n/, 1)[0]!.trim();
  const cut = line.length > 80 ? `${line.slice(0, 79)}…` : line;
  return `\`${cut}\``;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
