/** The matches of a file, for all the apps that it is a part of: those whose manifests say the same of what was asked have the same ones. */
import type { AppFacts } from '../matching/file-context.js';
import type { Matched } from '../matching/matched.js';
import type { Program } from '../syntax/ir.js';

/** What the matching of a file asked about its app, with the answer. */
interface Asked {
  readonly ask: (facts: AppFacts) => boolean | string | undefined;
  readonly answer: boolean | string | undefined;
}

export class SharedMatches {
  readonly #kept = new WeakMap<Program, { readonly asked: readonly Asked[]; readonly matches: readonly Matched[] }[]>();

  /** The matches of a program in an app. `match` works them out with the app's facts, and is not called where another app had the same. */
  of(program: Program, facts: AppFacts, match: (facts: AppFacts) => readonly Matched[]): readonly Matched[] {
    const all = this.#kept.get(program) ?? [];
    const same = all.find(({ asked }) => asked.every(({ ask, answer }) => ask(facts) === answer));
    if (same !== undefined) return same.matches;
    const asked: Asked[] = [];
    const told = <T extends boolean | string | undefined>(ask: (of: AppFacts) => T): T => {
      const answer = ask(facts);
      asked.push({ ask, answer });
      return answer;
    };
    const matches = match({
      hasPackage: (of, packages) => told((app) => app.hasPackage(of, packages)),
      versionOf: (of, name) => told((app) => app.versionOf(of, name)),
      mayDerive: (of, name) => told((app) => app.mayDerive(of, name)),
      attempt: (node, work) => facts.attempt(node, work),
    });
    all.push({ asked, matches });
    this.#kept.set(program, all);
    return matches;
  }
}
