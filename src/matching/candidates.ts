/** The surfaces of a catalogue, arranged so that a call is compared with few of them. */
import type {
  AssignMatch,
  CallMatch,
  ClassMatch,
  DeclaredMatch,
  EntryMatch,
  ItemMatch,
  LabelsMatch,
  Match,
  MethodMatch,
  PairMatch,
  RecordMatch,
  Rule,
  SettingMatch,
  Surface,
  VariableMatch,
} from './surface.js';

export interface Candidate<M extends Match = Match> {
  readonly rule: Rule;
  readonly surface: Surface;
  readonly match: M;
  readonly order: number;
}

export const listOf = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? (one as readonly T[]) : [one as T]);

/** The last segment of a path, by which candidates are looked up. */
export const lastSegment = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

export class Candidates {
  readonly calls = new Map<string, Candidate<CallMatch & Match>[]>();
  readonly anyCalls: Candidate<CallMatch & Match>[] = [];
  /** Those that stand for the classes of a repository that derive from them too. */
  readonly bases: Candidate<CallMatch & Match>[] = [];
  /** The last names of what libraries' calls make or receivers are: of classes, and of modules that are one. */
  readonly classNames = new Set<string>();
  readonly methods = new Map<string, Candidate<MethodMatch & Match>[]>();
  readonly records: Candidate<RecordMatch & Match>[] = [];
  readonly declared: Candidate<DeclaredMatch & Match>[] = [];
  readonly assigns: Candidate<AssignMatch & Match>[] = [];
  readonly settings: Candidate<SettingMatch & Match>[] = [];
  readonly variables: Candidate<VariableMatch & Match>[] = [];
  readonly labels: Candidate<LabelsMatch & Match>[] = [];
  readonly entries = new Map<string, Candidate<EntryMatch & Match>[]>();
  readonly pairs: Candidate<(PairMatch | ItemMatch) & Match>[] = [];
  readonly classes: Candidate<ClassMatch & Match>[] = [];

  static readonly #made = new WeakMap<readonly Rule[], Candidates>();

  /** Those of a list of rules, arranged once. */
  static of(rules: readonly Rule[]): Candidates {
    const made = this.#made.get(rules) ?? new Candidates(rules);
    this.#made.set(rules, made);
    return made;
  }

  private constructor(rules: readonly Rule[]) {
    let order = 0;
    for (const rule of rules) {
      for (const surface of rule.surfaces) for (const match of listOf(surface.match)) this.#add({ rule, surface, match, order: order++ });
    }
  }

  #add(candidate: Candidate): void {
    const { match } = candidate;
    if ('call' in match || 'decorator' in match) {
      const as = { ...candidate, match: 'call' in match ? match : { ...match, call: match.decorator } };
      if ('subclasses' in as.match && as.match.subclasses !== undefined) this.bases.push(as);
      if ('subclasses' in as.match && as.match.subclasses === 'only') return;
      for (const path of listOf(as.match.call)) {
        const key = lastSegment(path);
        this.classNames.add(className(path));
        if (key.includes('*')) this.anyCalls.push(as);
        else push(this.calls, key, as);
      }
    } else if ('method' in match) {
      for (const method of listOf(match.method)) push(this.methods, method, candidate as Candidate<MethodMatch & Match>);
      for (const path of [...(match.receiver.types ?? []), ...(match.receiver.paths ?? [])]) this.classNames.add(className(path));
    } else if ('declared' in match) this.declared.push(candidate as Candidate<DeclaredMatch & Match>);
    else if ('record' in match) this.records.push(candidate as Candidate<RecordMatch & Match>);
    else if ('assign' in match) this.assigns.push(candidate as Candidate<AssignMatch & Match>);
    else if ('setting' in match) this.settings.push(candidate as Candidate<SettingMatch & Match>);
    else if ('variable' in match) this.variables.push(candidate as Candidate<VariableMatch & Match>);
    else if ('labels' in match) this.labels.push(candidate as Candidate<LabelsMatch & Match>);
    else if ('entry' in match)
      for (const path of listOf(match.entry))
        push(this.entries, lastSegment(path).toLowerCase(), candidate as Candidate<EntryMatch & Match>);
    else if ('pair' in match || 'item' in match) this.pairs.push(candidate as Candidate<(PairMatch | ItemMatch) & Match>);
    else this.classes.push(candidate as Candidate<ClassMatch & Match>);
  }
}

/** The last word of a path, without what says that it is made: `Cookie` of `Rack.Session.Cookie.new`. */
function className(path: string): string {
  const named = path.endsWith('()') ? path.slice(0, -2) : path;
  return lastWord(named.endsWith('.new') ? named.slice(0, -4) : named);
}

/** `Cookie` of `a.b.Cookie`, `cookie` of `@fastify/cookie`. */
export const lastWord = (path: string): string => path.split(/[./\\]/).at(-1)!;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
