/** What other files change of a JavaScript module's exports: `settings.secure = …` where `settings` is the module, its default, or one of its names. */
import type { Program } from '../../syntax/ir.js';
import type { Evaluator } from '../evaluator.js';
import { indexOf, type Binding, type Mutation } from '../program-index.js';
import { requiredModule } from '../references.js';

/** A change that stands in another file; its path begins with the name of the export. */
export interface ImporterChange {
  readonly mutation: Mutation;
  readonly program: Program;
}

/** More changes than these are not folded: what many write is nobody's constant. */
const MAX_CHANGES = 24;
/** Methods that change what they are called on. */
const CHANGES = /^(?:set(?:[A-Z_]\w*)?|update|store|put|load\w*|merge\w*)$/;

/** The changes of all that import a module, in the order of the files. */
export function importerChanges(module: Program, evaluator: Evaluator): readonly ImporterChange[] {
  const before = evaluator.importerChanges.get(module);
  if (before !== undefined) return before;
  // A module that is asked for while its importers are looked for is changed by nobody.
  evaluator.importerChanges.set(module, []);
  const found = (evaluator.links.importersChanging?.(module) ?? [])
    .flatMap((program) => changesIn(program, module, evaluator))
    .slice(0, MAX_CHANGES);
  evaluator.importerChanges.set(module, found);
  return found;
}

function changesIn(program: Program, module: Program, evaluator: Evaluator): ImporterChange[] {
  return [...indexOf(program).root.bindings.values()].flatMap((binding) => {
    if (binding.mutations.length === 0) return [];
    const exported = exportOfModule(binding, program, module, evaluator);
    if (exported === undefined) return [];
    return binding.mutations
      .filter(({ kind, path }) => kind !== 'call' || CHANGES.test(path.at(-1) ?? ''))
      .map((mutation) => ({ mutation: { ...mutation, path: [...exported, ...mutation.path] }, program }));
  });
}

/** The path below the module's exports that a variable of another file stands for; undefined where it stands for something else. */
function exportOfModule(
  { import: imported, writes }: Binding,
  program: Program,
  module: Program,
  evaluator: Evaluator,
): readonly string[] | undefined {
  const isModule = (specifier: string | undefined): boolean =>
    specifier !== undefined && evaluator.links.moduleOf(program, specifier)?.path === module.path;
  if (imported !== undefined) {
    if (!isModule(imported.statement.module)) return undefined;
    return imported.imported === '*' ? [] : [imported.imported];
  }
  const [write] = writes;
  if (writes.length !== 1 || write?.value === undefined) return undefined;
  const path = write.path.map(String);
  let value = write.value;
  for (; value.kind === 'member'; value = value.object) path.unshift(value.property);
  return value.kind === 'call' && isModule(requiredModule(value)) ? path : undefined;
}
