/** `rules`: the list of what the tool knows. */
import { valueOf, type Parsed } from '../arguments.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';

export async function rules(parsed: Parsed, world: Surroundings): Promise<number> {
  const byId = new Map<string, { id: string; title: string; docs: string; languages: Set<string>; surfaces: string[] }>();
  for (const rule of await world.rules()) {
    const known = byId.get(rule.id) ?? { id: rule.id, title: rule.title, docs: rule.docs, languages: new Set<string>(), surfaces: [] };
    byId.set(rule.id, known);
    for (const language of rule.languages) known.languages.add(language);
    known.surfaces.push(...rule.surfaces.map(({ id }) => id));
  }
  const list = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (valueOf(parsed, 'format') === 'json') {
    world.stdout.write(`${JSON.stringify(list.map((rule) => ({ ...rule, languages: [...rule.languages] })), null, 2)}\n`);
    return exit.clean;
  }
  const width = Math.max(0, ...list.map(({ id }) => id.length));
  const titles = Math.max(0, ...list.map(({ title }) => title.length));
  for (const { id, title, surfaces } of list) world.stdout.write(`${id.padEnd(width)}  ${title.padEnd(titles)}  ${surfaces.length === 1 ? '1 surface' : `${surfaces.length} surfaces`}\n`);
  world.stdout.write(`\n${list.length} rules. ${toolName} explain <rule> says more.\n`);
  return exit.clean;
}
