/** `rules`: the list of what the tool knows. */
import { listedSurfaces, modulesById, titlesOf } from '../../../rules/listing.js';
import { valueOf, type Parsed } from '../arguments.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';

export async function rules(parsed: Parsed, world: Surroundings): Promise<number> {
  const list = [...modulesById(await world.rules())]
    .map(([id, modules]) => ({ id, title: titlesOf(modules), docs: modules[0]?.docs, languages: [...new Set(modules.flatMap(({ languages }) => languages))], surfaces: listedSurfaces(modules).map(({ surface }) => surface.id) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (valueOf(parsed, 'format') === 'json') {
    world.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
    return exit.clean;
  }
  const width = Math.max(0, ...list.map(({ id }) => id.length));
  const titles = Math.max(0, ...list.map(({ title }) => title.length));
  for (const { id, title, surfaces } of list) world.stdout.write(`${id.padEnd(width)}  ${title.padEnd(titles)}  ${surfaces.length === 1 ? '1 surface' : `${surfaces.length} surfaces`}\n`);
  world.stdout.write(`\n${list.length} rules. ${toolName} explain <rule> says more.\n`);
  return exit.clean;
}
