/** The settings of a file: the records that hold them, and how their keys compare. */
import type { Expression, Pattern, Program, RecordExpression } from '../syntax/ir.js';
import type { ProgramIndex } from '../values/program-index.js';
import { pathPattern } from '../values/path-pattern.js';
import { listOf, type Candidate } from './candidates.js';
import type { Match, SettingMatch } from './surface.js';

/** The records of a file that hold settings: whole settings files, and what config modules return or export. */
export function settingRecords(program: Program, index: ProgramIndex): RecordExpression[] {
  const roots: RecordExpression[] = [];
  const take = (expression: Expression | undefined): void => {
    if (expression?.kind === 'record') roots.push(expression);
    else if (expression?.kind === 'call') for (const argument of expression.args) take(argument.value);
    else if (expression?.kind === 'function') for (const statement of index.returnsOf(expression)) take(statement.value);
    else if (expression?.kind === 'name') {
      const write = index.bindingOf(expression)?.writes[0];
      if (write?.value?.kind === 'record') roots.push(write.value);
    }
  };
  for (const statement of program.body) {
    if (statement.kind === 'expression') {
      const { expression } = statement;
      if (expression.kind === 'record' || expression.kind === 'list')
        expression.kind === 'record' ? roots.push(expression) : expression.items.forEach((item) => take(item.value));
      else if (expression.kind === 'assignment' && isExports(expression.target)) take(expression.value);
    } else if (statement.kind === 'return') take(statement.value);
    else if (
      statement.kind === 'export' &&
      statement.form === 'declaration' &&
      statement.isDefault &&
      statement.declaration.kind === 'expression'
    )
      take(statement.declaration.expression);
  }
  return roots;
}

const isExports = (target: Expression | Pattern): boolean =>
  target.kind === 'member' && target.object.kind === 'name' && target.object.name === 'module' && target.property === 'exports';

/** A candidate and one of the keys that it looks for. */
interface WantedKey {
  readonly candidate: Candidate<SettingMatch & Match>;
  readonly key: string;
}

/** The keys that candidates look for, arranged by their last segment, so that each key of a file is compared with few. */
export class WantedKeys {
  readonly #byLast = new Map<string, WantedKey[]>();
  readonly #anyLast: WantedKey[] = [];

  constructor(candidates: readonly Candidate<SettingMatch & Match>[], keyOf: (key: string) => string) {
    for (const candidate of candidates) {
      for (const written of listOf(candidate.match.setting)) {
        const key = keyOf(written);
        const last = lastOf(key);
        const list = last.includes('*') ? this.#anyLast : (this.#byLast.get(last) ?? []);
        list.push({ candidate, key });
        if (list !== this.#anyLast) this.#byLast.set(last, list);
      }
    }
  }

  /** The candidates that look for a key, each once. */
  candidatesOf(written: string): ReadonlySet<Candidate<SettingMatch & Match>> {
    const found = new Set<Candidate<SettingMatch & Match>>();
    for (const list of [this.#byLast.get(lastOf(written)) ?? [], this.#anyLast])
      for (const { candidate, key } of list) if (keyFits(key, written)) found.add(candidate);
    return found;
  }
}

const lastOf = (key: string): string => key.slice(Math.max(key.lastIndexOf('.'), key.lastIndexOf('/')) + 1);

/** Whether a dotted key fits a wanted one; `*` is one key, `**` any number of them. */
export const keyFits = (wanted: string, written: string): boolean =>
  wanted === written || (wanted.includes('*') && pathPattern(wanted).test(written));
