// Loads tree-sitter grammars (WebAssembly) lazily and turns a grammar and a lowering into a `Language`.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Language as Grammar, Parser } from 'web-tree-sitter';
import { packageRoot } from '../../package-root.js';
import type { Language, LanguageId, Program, Statement, SyntaxProblem } from '../ir.js';
import { NESTED_TOO_DEEPLY, withoutDeepBrackets, withoutDeepIndentation } from '../nesting.js';
import { LoweringContext } from './lowering.js';
import { copyTree, type Node, type NodeTypes } from './node.js';
import { inStep, parsing } from '../steps.js';
import { parse } from './parse.js';

export interface TreeSitterLanguage {
  readonly id: LanguageId;
  /** File name of the grammar, `tree-sitter-python.wasm`. */
  readonly wasm: string;
  readonly matches: (path: string) => boolean;
  /** Node types that are comments; they are collected and taken out of the tree. Default: `comment`. */
  readonly comments?: readonly string[];
  /** Further node types to take out of the tree because they stand anywhere: Ruby's bodies of here-documents. See `LoweringContext.detached`. */
  readonly detached?: readonly string[];
  /** The text of a comment without its delimiters. Default: `withoutDelimiters` of lowering.ts. */
  readonly commentText?: (text: string) => string;
  /** What the grammar reads instead of the text: the same places, with parts blanked out that would confuse it (C# `#if` lines). */
  readonly prepare?: (text: string, path: string) => string;
  /** Blocks are made by indentation, whose levels the grammar keeps in a list of bounded length. */
  readonly isIndented?: true;
  readonly lower: (root: Node, context: LoweringContext) => LoweredFile;
}

export interface LoweredFile {
  readonly body: readonly Statement[];
  readonly namespace?: string;
}

interface LoadedGrammar {
  readonly parser: Parser;
  readonly types: NodeTypes;
  /** The instance of the runtime that it is loaded into. */
  readonly runtime: Runtime;
}

/** One instance of tree-sitter, with the memory that all grammars in it share. */
interface Runtime {
  readonly Parser: typeof Parser;
  readonly Grammar: typeof Grammar;
  /** Everything in it that the garbage collector would free inside its memory. */
  readonly parsers: Parser[];
  /** A parse failed in it: nothing in its memory can be relied on. */
  isLost: boolean;
}

/** Instances in which a parse failed. They are kept, because freeing what is in them fails as well, outside of all that catches it. */
const lost: Runtime[] = [];

/** A front-end over a tree-sitter grammar. The grammar is loaded by `load()`, once per process. */
export function defineTreeSitterLanguage(definition: TreeSitterLanguage): Language {
  const commentTypes = new Set(definition.comments ?? ['comment']);
  const detachedTypes = new Set([...commentTypes, ...(definition.detached ?? [])]);
  let loading: Promise<void> | undefined;
  let grammar: LoadedGrammar | undefined;
  const load = (): Promise<void> => (loading = loadGrammar(definition.wasm).then((loaded) => void (grammar = loaded)));
  return {
    id: definition.id,
    matches: definition.matches,
    isLost: () => grammar?.runtime.isLost === true,
    load: () => (grammar?.runtime.isLost === true ? load() : (loading ?? load())),
    lower(text, path) {
      if (!grammar) throw new Error(`load() of the ${definition.id} front-end has to finish before lower() is called`);
      if (grammar.runtime.isLost) throw new Error('the parser failed on another file');
      try {
        return lowerWith(definition, grammar, { commentTypes, detachedTypes }, text, path);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'RuntimeError') throw error;
        // Nobody may wait for the new one: an editor or ESLint goes on to the next file.
        grammar.runtime.isLost = true;
        lost.push(grammar.runtime);
        void load();
        throw error;
      }
    },
  };
}

interface SpecialTypes {
  readonly commentTypes: ReadonlySet<string>;
  readonly detachedTypes: ReadonlySet<string>;
}

function lowerWith(definition: TreeSitterLanguage, grammar: LoadedGrammar, special: SpecialTypes, text: string, path: string): Program {
  const brackets = withoutDeepBrackets(definition.prepare?.(text, path) ?? text);
  const shallow = definition.isIndented === true ? withoutDeepIndentation(brackets.text) : { text: brackets.text, unread: [] };
  parsing.parsed++;
  const parsed = inStep('parse', () => parse(grammar.parser, shallow.text));
  const { tree } = parsed;
  const deep = [...brackets.unread, ...shallow.unread];
  if (!tree) return { path, language: definition.id, text, body: [], comments: [], problems: parsed.unread };
  try {
    const { root, detached, errors, tooDeep } = inStep('parse', () => copyTree(tree, text, grammar.types, special.detachedTypes));
    const unread = [...deep, ...parsed.unread, ...tooDeep.map(({ start, end }) => ({ start, end, message: NESTED_TOO_DEEPLY }))];
    const comments = detached.filter((node) => special.commentTypes.has(node.type));
    const context = new LoweringContext(
      text,
      comments.length === detached.length ? [] : detached.filter((node) => !special.commentTypes.has(node.type)),
    );
    const { body, namespace } = definition.lower(root, context);
    const commentText = definition.commentText ?? withoutDelimiters;
    return {
      path,
      language: definition.id,
      text,
      body,
      comments: comments.map((node) => ({ start: node.start, end: node.end, text: commentText(node.text) })),
      problems: [...unread, ...outermost(errors).map(syntaxProblem), ...context.problems],
      ...(namespace === undefined ? {} : { namespace }),
    };
  } finally {
    tree.delete();
  }
}

/** Errors inside errors say nothing new. The nodes come in source order, parents first. */
function outermost(errors: readonly Node[]): readonly Node[] {
  let end = -1;
  return errors.filter((node) => {
    if (node.end <= end) return false;
    end = node.end;
    return true;
  });
}

function syntaxProblem(node: Node): SyntaxProblem {
  const message = node.isMissing ? `expected ${node.isNamed ? node.type.replaceAll('_', ' ') : `"${node.type}"`}` : 'could not be read';
  return { start: node.start, end: node.end, message };
}

/** Strips `#`, `//`, `--`, block comment and doc comment delimiters. */
export function withoutDelimiters(comment: string): string {
  if (comment.startsWith('/*')) return comment.replace(/^\/\*+/, '').replace(/(?<!\*)\*+\/$/, '');
  return comment.replace(/^(?:\/\/+!?|#+!?)/, '');
}

let current: Promise<Runtime> | undefined;
let instances = 0;

/** The instance to load a grammar into; a new one after a parse has failed. */
async function runtimeNow(): Promise<Runtime> {
  const before = await current;
  if (before?.isLost === false) return before;
  // Of several that ask at once, the first makes the new one.
  if (current === undefined || (await current).isLost) current = newRuntime();
  return current;
}

/** The package keeps one instance in a variable of its module: another one needs the module once more. */
function anotherModule(): { readonly Parser: typeof Parser; readonly Language: typeof Grammar } {
  const require = createRequire(import.meta.url);
  const resolved = require.resolve('web-tree-sitter');
  const { [resolved]: before } = require.cache;
  Reflect.deleteProperty(require.cache, resolved);
  try {
    return require(resolved) as { readonly Parser: typeof Parser; readonly Language: typeof Grammar };
  } finally {
    // Who imports the package gets the same module as before.
    if (before !== undefined) require.cache[resolved] = before;
  }
}

async function newRuntime(): Promise<Runtime> {
  instances += 1;
  const module = instances === 1 ? { Parser, Language: Grammar } : anotherModule();
  await module.Parser.init();
  return { Parser: module.Parser, Grammar: module.Language, parsers: [], isLost: false };
}

async function loadGrammar(wasm: string): Promise<LoadedGrammar> {
  const runtime = await runtimeNow();
  const language = await runtime.Grammar.load(await grammarBytes(wasm));
  const parser = new runtime.Parser();
  runtime.parsers.push(parser);
  parser.setLanguage(language);
  const ids = Array.from({ length: language.nodeTypeCount }, (_, id) => id);
  const types = { names: ids.map((id) => language.nodeTypeForId(id) ?? ''), isNamed: ids.map((id) => language.nodeTypeIsNamed(id)) };
  return { parser, types, runtime };
}

const unpacked = promisify(gunzip);

/**
 * The published package holds its grammars in `grammars/`, compressed: they are tables, of which a tenth is left. A checkout has them in
 * the grammar packages that it develops with.
 */
async function grammarBytes(wasm: string): Promise<Uint8Array> {
  const published = join(packageRoot(), 'grammars', `${wasm}.gz`);
  return existsSync(published) ? await unpacked(await readFile(published)) : await readFile(installedGrammar(wasm, published));
}

function installedGrammar(wasm: string, published: string): string {
  const root = packageRoot();
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies?: Record<string, string> };
  const installed = Object.keys(manifest.devDependencies ?? {})
    .map((dependency) => join(root, 'node_modules', dependency, wasm))
    .find((path) => existsSync(path));
  if (installed === undefined) throw new Error(`The grammar ${wasm} is missing: neither in ${published} nor in a development dependency`);
  return installed;
}
