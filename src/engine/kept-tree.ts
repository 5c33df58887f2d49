/** A tree between the runs of a host that stays: what was listed, read and lowered once, and the texts that have changed since. */
import type { Config } from './config/config.js';
import type { KnownLanguages } from './candidates.js';
import { byCodeUnit } from './discover.js';
import { listRun, type ListedRun } from './listing.js';
import { Workspace } from './workspace.js';

export class KeptTree {
  readonly listing: ListedRun;
  readonly known: KnownLanguages = new Map();
  readonly #root: string;
  #workspace: Workspace | undefined;
  #texts: ReadonlyMap<string, string> = new Map();

  private constructor(root: string, listing: ListedRun) {
    this.#root = root;
    this.listing = listing;
  }

  static async of(root: string, config: Config): Promise<KeptTree> {
    return new KeptTree(root, await listRun({ root, config }));
  }

  /** The files with these texts in place of the disk's. Only one run at a time may use them. */
  with(texts: ReadonlyMap<string, string>): Workspace {
    const isSame = [...this.#texts.keys()].every((file) => texts.has(file)) && [...texts.keys()].every((file) => this.#texts.has(file));
    if (this.#workspace === undefined || !isSame) {
      this.known.clear();
      this.#workspace = new Workspace(this.#root, [...this.listing.whole.files].sort(byCodeUnit), texts);
    } else {
      const said = new Map(this.#workspace.skipped.map((one) => [`${one.path}\0${one.why}`, one]));
      this.#workspace.skipped.splice(0, Infinity, ...said.values());
      for (const [file, text] of texts) {
        if (this.#texts.get(file) === text) continue;
        this.known.delete(file);
        this.#workspace.provide(file, text);
      }
    }
    this.#texts = texts;
    return this.#workspace;
  }
}
