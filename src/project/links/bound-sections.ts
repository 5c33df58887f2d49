/** Which section of the configuration a .NET program binds to a class, by a look at the text of its files: built on first use, nothing is parsed. */
import type { FileTree } from './file-tree.js';

const KEY = String.raw`\(\s*("[^"]*"|nameof\([\w.]+\)|[\w.]+)\s*\)`;
const SECTION = String.raw`\bGet(?:Required)?Section${KEY}`;

/** https://learn.microsoft.com/aspnet/core/fundamentals/configuration/options: `Configure<T>(section)`, `AddOptions<T>().Bind(section)`, `.BindConfiguration("X")`. */
const REGISTERED = new RegExp(
  String.raw`\b(?:Configure|AddOptions\w*)<\s*([\w.]+)\s*>\([^;{}<]*?\b(?:Get(?:Required)?Section|BindConfiguration)${KEY}`,
  'g',
);
/** `section.Get<T>()`, whose result is registered or kept. */
const GIVEN = new RegExp(String.raw`${SECTION}\s*[!?]?\.Get<\s*([\w.]+)\s*>\(`, 'g');
/** `section.Bind(settings)`, `configuration.Bind("X", settings)`. */
const FILLED = [
  new RegExp(String.raw`${SECTION}\s*\.Bind\(\s*(\w+)\s*\)`, 'g'),
  /\.Bind\(\s*("[^"]*"|nameof\([\w.]+\)|[\w.]+)\s*,\s*(\w+)\s*\)/g,
];

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

export class BoundSections {
  readonly #tree: FileTree;
  #sections: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  /** The section of a class; undefined where there is none, and where there are several. */
  of(className: string): string | undefined {
    this.#sections ??= this.#build();
    const [section, another] = this.#sections.get(className) ?? [];
    return another === undefined ? section : undefined;
  }

  #build(): Map<string, Set<string>> {
    const sections = new Map<string, Set<string>>();
    const files = this.#tree.workspace.files.filter((file) => file.endsWith('.cs'));
    const textOf = (file: string): string => this.#tree.workspace.textOf(file) ?? '';
    for (const file of files) {
      const text = textOf(file);
      if (!/\bGet(?:Required)?Section\(|\bBind(?:Configuration)?\(/.test(text)) continue;
      for (const { type, key } of bindingsIn(text)) {
        const section = key.startsWith('"')
          ? key.slice(1, -1)
          : key.startsWith('nameof')
            ? lastName(key.slice('nameof('.length, -1))
            : constant(key, [text, ...this.#declaring(key, files)]);
        if (section === undefined) continue;
        const known = sections.get(lastName(type));
        if (known === undefined) sections.set(lastName(type), new Set([section]));
        else known.add(section);
      }
    }
    return sections;
  }

  /** The texts that may declare the class of a constant. */
  *#declaring(key: string, files: readonly string[]): Iterable<string> {
    const owner = key.split('.').at(-2);
    if (owner === undefined) return;
    const declared = new RegExp(String.raw`\b(?:class|record|struct)\s+${owner}\b`);
    for (const file of files) {
      const text = this.#tree.workspace.textOf(file) ?? '';
      if (declared.test(text)) yield text;
    }
  }
}

function bindingsIn(text: string): { readonly type: string; readonly key: string }[] {
  const found = [
    ...Array.from(text.matchAll(REGISTERED), ([, type, key]) => ({ type, key })),
    ...Array.from(text.matchAll(GIVEN), ([, key, type]) => ({ type, key })),
    ...FILLED.flatMap((pattern) =>
      Array.from(text.matchAll(pattern), ([, key, name]) => ({ type: name === undefined ? undefined : typeOf(name, text), key })),
    ),
  ];
  return found.flatMap(({ type, key }) => (type === undefined || key === undefined ? [] : [{ type, key }]));
}

/** The class of a variable: `var x = new T()`, `T x = new()`. */
function typeOf(name: string, text: string): string | undefined {
  const found = new RegExp(String.raw`\b${name}\s*=\s*new\s+([\w.]+)|\b([A-Z][\w.]*)\s+${name}\b`).exec(text);
  return found?.[1] ?? found?.[2];
}

/** The text of a constant: `public const string Section = "Login"`. */
function constant(key: string, texts: readonly string[]): string | undefined {
  const written = new RegExp(String.raw`\bstring\s+${lastName(key)}\s*(?:=>|=)\s*(?:"([^"]*)"|nameof\(([\w.]+)\))`);
  for (const text of texts) {
    const [, literal, named] = written.exec(text) ?? [];
    if (literal !== undefined || named !== undefined) return literal ?? lastName(named!);
  }
  return undefined;
}
