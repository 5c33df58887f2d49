/** `rules`: the list of what the tool knows; as JSON for programs, which schemas/rules.schema.json describes. */
import { listedSurfaces, modulesById, roleOf, titlesOf } from '../../../rules/listing.js';
import type { Problem } from '../../cookies/finding.js';
import { problems, reasons } from '../../cookies/problems.js';
import { severityOf } from '../../judging/judge.js';
import type { Rule } from '../../matching/surface.js';
import { valueOf, type Parsed } from '../arguments.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';

const PAGES = 'https://github.com/cookie-lint/cookie-lint/blob/main/docs';

export async function rules(parsed: Parsed, world: Surroundings): Promise<number> {
  const list = [...modulesById(await world.rules())].map(([id, modules]) => ruleOf(id, modules)).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (parsed.flags.has('json') || valueOf(parsed, 'format') === 'json') {
    world.stdout.write(
      `${JSON.stringify({ version: 1, tool: { name: toolName, version: world.version }, rules: list, problems: listedProblems(), reasons: listedReasons() }, null, 2)}\n`,
    );
    return exit.clean;
  }
  const width = Math.max(0, ...list.map(({ id }) => id.length));
  const titles = Math.max(0, ...list.map(({ title }) => title.length));
  for (const { id, title, surfaces } of list)
    world.stdout.write(
      `${id.padEnd(width)}  ${title.padEnd(titles)}  ${surfaces.length === 1 ? '1 surface' : `${surfaces.length} surfaces`}\n`,
    );
  world.stdout.write(`\n${list.length} rules. ${toolName} explain <rule> says more.\n`);
  return exit.clean;
}

function ruleOf(id: string, modules: readonly Rule[]) {
  return {
    id,
    title: titlesOf(modules),
    languages: [...new Set(modules.flatMap(({ languages }) => languages))],
    docs: modules[0]?.docs ?? null,
    page: `${PAGES}/rules/${id}.md`,
    surfaces: listedSurfaces(modules).map(({ rule, surface }) => ({
      id: surface.id,
      does: roleOf(surface),
      secureByDefault: 'attributes' in surface ? surface.default : null,
      docs: ('docs' in surface ? surface.docs : undefined) ?? rule.docs,
    })),
  };
}

/** Each problem with how grave it is at a session-like cookie, and at another. */
const listedProblems = (): readonly object[] =>
  Object.entries(problems).map(([id, { summary, why, remedy }]) => ({
    id,
    summary,
    why,
    remedy,
    severity: { session: severityOf(id as Problem, true), other: severityOf(id as Problem, false) },
    page: `${PAGES}/problems.md#${id}`,
  }));

const listedReasons = (): readonly object[] => Object.entries(reasons).map(([id, summary]) => ({ id, summary }));
