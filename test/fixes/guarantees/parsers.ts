/** The languages' own parsers, each started once for many files: does a text that a fix made still parse? */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What a parser says of each file: empty where it accepts it. */
export type Verdicts = ReadonlyMap<Source, string>;

export interface Parser {
  /** As it is called where it is missing. */
  readonly name: string;
  readonly reads: (file: string) => boolean;
  /** Undefined where it is not installed. */
  readonly check: (sources: readonly Source[]) => Verdicts | undefined;
}

const ended =
  (...extensions: readonly string[]) =>
  (file: string): boolean =>
    extensions.includes(path.extname(file).toLowerCase());
const isNamed =
  (pattern: RegExp) =>
  (file: string): boolean =>
    pattern.test(path.basename(file));

/** Writes the sources below each other and lets `ask` say what is wrong with which of the names. */
function written(
  sources: readonly Source[],
  ask: (files: readonly string[], folder: string) => ReadonlyMap<string, string> | undefined,
): Verdicts | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-parse-'));
  try {
    const files = sources.map((source, i) => {
      const file = path.join(folder, `${i}${path.extname(source.path) || '.txt'}`);
      writeFileSync(file, source.text);
      return file;
    });
    const said = ask(files, folder);
    return said === undefined ? undefined : new Map(sources.map((source, i) => [source, said.get(files[i]!) ?? '']));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A program that reads names from standard input and answers a line `name<TAB>what is wrong` for each that it refuses. */
function interpreter(command: string, ...args: readonly string[]): Parser['check'] {
  return (sources) =>
    written(sources, (files) => {
      const { error, status, stdout, stderr } = spawnSync(command, args, { input: files.join('\n'), encoding: 'utf8', maxBuffer: 1e9 });
      if (error !== undefined) return undefined;
      if (status !== 0) throw new Error(`${command} could not parse: ${stderr}`);
      return linesOf(stdout);
    });
}

const linesOf = (out: string): ReadonlyMap<string, string> =>
  new Map(
    out
      .split('\n')
      .filter((line) => line.includes('\t'))
      .map((line) => line.split('\t', 2) as [string, string]),
  );

/** A compiler that names the file in each of its complaints; `pattern` has both. Sorted: the order of files is none. */
function compiler(
  command: string,
  args: (folder: string) => readonly string[],
  pattern: RegExp,
  channel: 'stdout' | 'stderr' = 'stderr',
): Parser['check'] {
  return (sources) =>
    written(sources, (files, folder) => {
      const run = spawnSync(command, [...args(folder), ...files], { encoding: 'utf8', maxBuffer: 1e9 });
      if (run.error !== undefined) return undefined;
      const said = new Map<string, string[]>();
      for (const { groups: { file = '', what = '' } = {} } of run[channel].matchAll(pattern))
        said.set(file, [...(said.get(file) ?? []), what]);
      return new Map([...said].map(([file, words]) => [file, [...new Set(words)].sort().join('; ')]));
    });
}

const PYTHON = `
import sys, warnings
warnings.simplefilter('ignore')
for name in sys.stdin.read().split('\\n'):
    try: compile(open(name, encoding='utf-8-sig').read(), name, 'exec')
    except Exception as e: print(name, type(e).__name__ + ': ' + str(getattr(e, 'msg', e)), sep='\\t')
`;

const RUBY = `
STDIN.read.split("\\n").each do |name|
  begin
    RubyVM::InstructionSequence.compile(File.read(name, encoding: 'UTF-8'))
  rescue SyntaxError, ArgumentError => e
    puts "#{name}\\t#{e.message.lines.first.to_s.strip.sub(/^[^:]*:\\d+:/, '')}"
  end
end
`;

const YAML = `
require 'yaml'
STDIN.read.split("\\n").each do |name|
  begin
    YAML.parse_stream(File.read(name, encoding: 'UTF-8'))
  rescue Psych::SyntaxError => e
    puts "#{name}\\t#{e.problem}"
  end
end
`;

/** Twice the same key, which PHP would not notice, is for the linter; the parser's own errors are enough here. */
const PHP = `foreach (explode("\\n", stream_get_contents(STDIN)) as $name) {
  try { token_get_all(file_get_contents($name), TOKEN_PARSE); }
  catch (\\Error $e) { echo $name, "\\t", $e->getMessage(), "\\n"; }
}`;

const TOML = `
import sys, tomllib
for name in sys.stdin.read().split('\\n'):
    try: tomllib.load(open(name, 'rb'))
    except Exception as e: print(name, e, sep='\\t')
`;

const XML = `
import sys, xml.parsers.expat
for name in sys.stdin.read().split('\\n'):
    try: xml.parsers.expat.ParserCreate().Parse(open(name, 'rb').read(), True)
    except Exception as e: print(name, xml.parsers.expat.ErrorString(getattr(e, 'code', 0)), sep='\\t')
`;

/** Parses only: what is not there is not looked for. */
const JAVA = `
import com.sun.source.util.JavacTask;
import java.nio.charset.StandardCharsets;
import java.util.*;
import javax.tools.*;
class Parse {
  public static void main(String[] args) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
    for (String name : new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\\n")) {
      DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
      ((JavacTask) compiler.getTask(null, files, said, null, null, files.getJavaFileObjects(name))).parse();
      for (Diagnostic<?> one : said.getDiagnostics())
        if (one.getKind() == Diagnostic.Kind.ERROR) { System.out.println(name + "\\t" + one.getMessage(null).replace('\\n', ' ')); break; }
    }
  }
}
`;

function java(sources: readonly Source[]): Verdicts | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-parse-'));
  const file = path.join(folder, 'Parse.java');
  writeFileSync(file, JAVA);
  try {
    return interpreter('java', file)(sources);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const SCRIPTS: Readonly<Record<string, ts.ScriptKind>> = {
  '.ts': ts.ScriptKind.TS,
  '.mts': ts.ScriptKind.TS,
  '.cts': ts.ScriptKind.TS,
  '.tsx': ts.ScriptKind.TSX,
};

/** TypeScript's parser reads JavaScript too. */
function typescript(sources: readonly Source[]): Verdicts {
  return new Map(
    sources.map((source) => {
      const kind = SCRIPTS[path.extname(source.path).toLowerCase()] ?? ts.ScriptKind.JSX;
      const { diagnostics = [] } = ts.transpileModule(source.text, {
        fileName: `a${kind === ts.ScriptKind.TS ? '.ts' : '.tsx'}`,
        reportDiagnostics: true,
        compilerOptions: { target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.Preserve },
      });
      return [
        source,
        diagnostics
          .filter(({ category }) => category === ts.DiagnosticCategory.Error)
          .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
          .join('; '),
      ];
    }),
  );
}

/** Node itself, for what it reads: as a script or as a module. */
const NODE = `
const vm = require('node:vm');
const fs = require('node:fs');
for (const name of fs.readFileSync(0, 'utf8').split('\\n')) {
  const text = fs.readFileSync(name, 'utf8').replace(/^#!.*/, '');
  const tries = [() => new vm.Script('(async function () {' + text + '\\n})'), () => new vm.SourceTextModule(text)];
  const said = tries.map((attempt) => { try { attempt(); return ''; } catch (error) { return String(error.message); } });
  if (!said.includes('')) console.log(name + '\\t' + said[1].split('\\n')[0]);
}
`;

/** A file that gofmt would write otherwise is as wrong as one that it can't read. */
function gofmt(sources: readonly Source[]): Verdicts | undefined {
  return written(sources, (files) => {
    const run = spawnSync('gofmt', ['-e', '-l', ...files], { encoding: 'utf8', maxBuffer: 1e9 });
    if (run.error !== undefined) return undefined;
    const said = new Map(
      run.stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((file) => [file, 'not as gofmt formats it']),
    );
    for (const match of run.stderr.matchAll(/^(.+?\.go):\d+:\d+: (.*)$/gm)) said.set(match[1]!, match[2]!);
    return said;
  });
}

function json(sources: readonly Source[]): Verdicts {
  return new Map(
    sources.map((source) => {
      const { error } = ts.parseConfigFileTextToJson(source.path, source.text);
      return [source, error === undefined ? '' : ts.flattenDiagnosticMessageText(error.messageText, ' ')];
    }),
  );
}

export const parsers: readonly Parser[] = [
  { name: 'TypeScript', reads: ended('.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx'), check: typescript },
  {
    name: 'node',
    reads: ended('.js', '.mjs', '.cjs'),
    check: interpreter(process.execPath, '--no-warnings', '--experimental-vm-modules', '-e', NODE),
  },
  { name: 'python3', reads: ended('.py'), check: interpreter('python3', '-c', PYTHON) },
  { name: 'ruby', reads: ended('.rb', '.ru', '.rake'), check: interpreter('ruby', '-e', RUBY) },
  { name: 'php', reads: ended('.php'), check: interpreter('php', '-r', PHP) },
  { name: 'gofmt', reads: ended('.go'), check: gofmt },
  { name: 'java', reads: ended('.java'), check: java },
  {
    name: 'kotlinc',
    reads: ended('.kt', '.kts'),
    check: compiler(
      'kotlinc',
      (folder) => ['-nowarn', '-d', path.join(folder, 'out')],
      /^(?<file>.+?\.kts?):\d+:\d+: error: (?<what>(?:expecting|unexpected|missing|unclosed|function declaration must).*)$/gm,
    ),
  },
  {
    name: 'scalac',
    reads: ended('.scala', '.sbt'),
    check: compiler('scalac', () => ['-Ystop-after:parser', '-nowarn'], /^(?<file>.+?\.(?:scala|sbt)):\d+: error: (?<what>.*)$/gm),
  },
  {
    name: 'mcs',
    reads: ended('.cs'),
    check: compiler('mcs', () => ['--parse', '-langversion:latest'], /^(?<file>.+?\.cs)\(\d+,\d+\): error (?<what>CS1\d+: .*)$/gm),
  },
  {
    name: 'rustfmt',
    reads: ended('.rs'),
    check: compiler('rustfmt', () => ['--edition', '2021', '--check'], /^error: (?<what>.*)\n *--> (?<file>.+?\.rs):/gm),
  },
  { name: 'xml', reads: ended('.xml', '.config', '.csproj', '.xhtml', '.jsp.xml'), check: interpreter('python3', '-c', XML) },
  { name: 'psych', reads: ended('.yml', '.yaml'), check: interpreter('ruby', '-e', YAML) },
  { name: 'tomllib', reads: ended('.toml'), check: interpreter('python3', '-c', TOML) },
  { name: 'JSON', reads: ended('.json', '.jsonc'), check: json },
  { name: 'nginx', reads: isNamed(/^nginx.*\.conf$/), check: nginx },
];

/** nginx reads one configuration at a time; what names hosts and files of another machine is refused before too. */
function nginx(sources: readonly Source[]): Verdicts | undefined {
  return written(sources, (files, folder) => {
    const said = new Map<string, string>();
    for (const file of files) {
      const run = spawnSync('nginx', ['-t', '-q', '-p', folder, '-c', file], { encoding: 'utf8' });
      if (run.error !== undefined) return undefined;
      const emergency = /\[emerg\][^:]*: (.*?)(?: in .*)?$/m.exec(run.stderr)?.[1];
      if (emergency !== undefined) said.set(file, emergency);
    }
    return said;
  });
}

/** What a parser says of the second text where it took the first, by pair; and the parsers that are not here. */
export function brokenBy(pairs: readonly { readonly before: Source; readonly after: Source }[]): {
  readonly broken: ReadonlyMap<Source, string>;
  readonly missing: readonly string[];
} {
  const broken = new Map<Source, string>();
  const missing: string[] = [];
  for (const { name, reads, check } of parsers) {
    const own = pairs.filter(({ after }) => reads(after.path));
    if (own.length === 0) continue;
    const unique = new Map<string, Source>();
    const one = (source: Source): Source => {
      const key = `${path.extname(source.path)}\0${source.text}`;
      if (!unique.has(key)) unique.set(key, source);
      return unique.get(key)!;
    };
    const wanted = own.map(({ before, after }) => [one(before), one(after), after] as const);
    const verdicts = check([...unique.values()]);
    if (verdicts === undefined) {
      missing.push(name);
      continue;
    }
    for (const [before, after, source] of wanted) {
      const [had, has] = [verdicts.get(before)!, verdicts.get(after)!];
      // Of a text that it refused before, a parser has nothing to say.
      if (has !== '' && had === '') broken.set(source, `${name}: ${has}`);
    }
  }
  return { broken, missing };
}
