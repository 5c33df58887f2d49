/** Lowers YAML settings, Helm and other templated ones and NEON too, to nested records: one statement per document. */

import { Composer, isAlias, isMap, isScalar, isSeq, Parser } from 'yaml';
import type { CST, Document, Node as YamlNode, Pair, Scalar, YAMLMap, YAMLParseError, YAMLSeq } from 'yaml';
import type { Comment, Expression, Language, Program, Property, Range, RecordEntry, SpreadEntry, Statement, SyntaxProblem } from '../ir.js';
import { fileNameOf } from './file-names.js';
import { lineAt, skipSpace, trimEnd } from './lines.js';
import { deepBracket, deepIndentation } from './nesting.js';
import {
  commentNode,
  directiveCall,
  expressionStatement,
  listNode,
  nameNode,
  opaqueNode,
  plainLiteral,
  positional,
  problem,
  propertyNode,
  rangeOf,
  settingsRecord,
  spreadEntry,
  stringLiteral,
} from './nodes.js';
import { neonShape } from './neon.js';
import { nginxSnippets } from './snippets.js';
import { afterHoles, hasHole, literalOrTemplate, maskTemplates } from './templates.js';

const LOCK_FILES: ReadonlySet<string> = new Set(['pnpm-lock.yaml']);
/** An alias is read again at each use; this many nodes are enough for settings, and stop texts that explode. */
const MAX_ALIASED_NODES = 20_000;
const MAX_DEPTH = 256;
const MAX_REPAIRS = 6;
/** A text with more errors is something else than YAML. */
const MAX_ERRORS = 100;
const YAML_TAG = 'tag:yaml.org,2002:';

export const yamlLanguage: Language = { id: 'yaml', matches: isYaml, lower: lowerYaml };

function isYaml(path: string): boolean {
  const { base, extension } = fileNameOf(path);
  return (extension === 'yml' || extension === 'yaml' || extension === 'neon') && !LOCK_FILES.has(base);
}

/** Lowers the text of a YAML file; nginx snippets in it become calls behind the documents. An alias becomes a copy of what it stands for, with the ranges of the anchor. */
function lowerYaml(text: string, path: string): Program {
  const read = readYaml(text, path.endsWith('.neon') ? neonShape(text) : maskTemplates(text, 'kept'));
  return { path, language: 'yaml', text, ...read, body: [...read.body, ...nginxSnippets(read.body, text)] };
}

/** Reads `shape`, which is as long as `text`, and cuts values out of `text`. */
export function readYaml(text: string, shape: string): Pick<Program, 'body' | 'comments' | 'problems'> {
  // The composer recurses. A stack that runs out inside of it need not end in a RangeError: V8 aborts when it compiles a regular expression there.
  const tooDeep = deepBracket(shape, MAX_DEPTH) ?? deepIndentation(shape, MAX_DEPTH);
  if (tooDeep !== undefined)
    return { body: [], comments: [], problems: [problem('nested too deeply to be read', tooDeep, lineAt(text, tooDeep).end)] };
  return readRepaired(text, shape);
}

/** The library loses what follows some errors; lines that lead to one are blanked out as long as that helps. */
function readRepaired(text: string, written: string): Pick<Program, 'body' | 'comments' | 'problems'> {
  const problems: SyntaxProblem[] = [];
  let shape = written;
  let parsed = parse(shape);
  for (let repairs = 0; repairs < MAX_REPAIRS; repairs++) {
    const error = parsed.errors[0];
    if (error === undefined || parsed.errors.length > MAX_ERRORS) break;
    const candidate = withoutLineAt(shape, clamp(error.pos[0], text));
    const retried = candidate === shape ? parsed : parse(candidate);
    if (retried.errors.length >= parsed.errors.length) break;
    problems.push(problemOf(error, text));
    shape = candidate;
    parsed = retried;
  }
  problems.push(...parsed.errors.slice(0, MAX_ERRORS).map((error) => problemOf(error, text)));
  const comments: Comment[] = [];
  for (const token of parsed.tokens) collectComments(token, text, comments, 0);
  const body: Statement[] = [];
  for (const { contents: root } of parsed.documents) {
    if (root === null || (isScalar(root) && root.value === null)) continue;
    body.push(expressionStatement(new YamlReader(text, shape).value(root, 0)));
  }
  return { body, comments, problems };
}

interface ParsedYaml {
  readonly tokens: readonly CST.Token[];
  readonly documents: readonly Document.Parsed[];
  readonly errors: readonly YAMLParseError[];
}

function parse(shape: string): ParsedYaml {
  const tokens = [...new Parser().parse(shape)];
  const documents = [
    ...new Composer({ strict: false, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' }).compose(tokens, false, shape.length),
  ];
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the library's own errors, behind its own type
  return { tokens, documents: documents, errors: documents.flatMap(({ errors }) => [...errors]) };
}

function problemOf(error: YAMLParseError, text: string): SyntaxProblem {
  const start = clamp(error.pos[0], text);
  return problem(error.message, start, Math.max(start, clamp(error.pos[1], text)));
}

function withoutLineAt(shape: string, offset: number): string {
  const start = offset === 0 ? 0 : shape.lastIndexOf('\n', offset - 1) + 1;
  const { end } = lineAt(shape, start);
  return shape.slice(0, start) + ' '.repeat(end - start) + shape.slice(end);
}

function clamp(offset: number, text: string): number {
  return Math.max(0, Math.min(offset, text.length));
}

class YamlReader {
  readonly #text: string;
  readonly #shape: string;
  readonly #anchors = new Map<string, YamlNode>();
  readonly #expanding = new Set<YamlNode>();
  #aliasedNodes = 0;

  constructor(text: string, shape: string) {
    this.#text = text;
    this.#shape = shape;
  }

  value(node: YamlNode, depth: number): Expression {
    const range = rangeOfNode(node);
    if (isAlias(node)) return this.#alias(node.source, range, depth);
    if (depth > MAX_DEPTH) return opaqueNode(range);
    if (this.#expanding.size > 0) this.#aliasedNodes++;
    if (node.anchor !== undefined && this.#expanding.size === 0) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return this.#record(node, depth);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#item(item, range, depth));
      return listNode(items, collectionRange(node, items));
    }
    return isScalar(node) ? this.#scalar(node, range) : opaqueNode(range);
  }

  /** A sequence may hold pairs (`[a: 1]`), which are maps of one entry. */
  #item(item: unknown, range: Range, depth: number): Expression {
    if (isNode(item)) return this.value(item, depth + 1);
    return opaqueNode(rangeOf(range.start, range.start));
  }

  #record(map: YAMLMap, depth: number): Expression {
    const merged: SpreadEntry[] = [];
    const entries: Property[] = [];
    for (const pair of map.items) {
      if (isMergeKey(pair)) merged.push(...this.#merge(pair.value, depth));
      else {
        const property = this.#property(pair, depth);
        if (property !== undefined) entries.push(property);
      }
    }
    // YAML lets keys of the map win over merged ones wherever `<<` stands, and earlier merges over later ones.
    const all: RecordEntry[] = [...merged.reverse(), ...entries];
    return settingsRecord(all, collectionRange(map, entries));
  }

  #merge(value: unknown, depth: number): SpreadEntry[] {
    if (!isNode(value)) return [];
    if (isSeq(value)) return value.items.filter(isNode).map((item) => spreadEntry(this.value(item, depth + 1)));
    return [spreadEntry(this.value(value, depth + 1))];
  }

  #property(pair: Pair, depth: number): Property | undefined {
    const { key, value } = pair;
    if (!isNode(key)) return undefined;
    const keyNode = this.#key(key, depth);
    if (isNode(value)) return propertyNode(keyNode, this.value(value, depth + 1));
    // `? key` without a value.
    return propertyNode(keyNode, plainLiteral(null, rangeOf(keyNode.end, keyNode.end)));
  }

  #key(node: YamlNode, depth: number): Expression {
    if (!isScalar(node)) return this.value(node, depth + 1);
    const written = rangeOfNode(node);
    const range = rangeOf(afterHoles(this.#shape, written.start, written.end), written.end);
    const content = this.#contentOf(node, range);
    // `on:`, `1:` and `null:` are the keys they are written as.
    const isQuoted = content.start !== range.start;
    return stringLiteral(
      isQuoted && typeof node.value === 'string' && !hasHole(node.value) ? node.value : this.#text.slice(content.start, content.end),
      range,
      content,
    );
  }

  #alias(name: string, range: Range, depth: number): Expression {
    const target = this.#anchors.get(name);
    if (target === undefined || this.#expanding.has(target) || this.#aliasedNodes > MAX_ALIASED_NODES) return nameNode(name, range);
    this.#expanding.add(target);
    const value = this.value(target, depth + 1);
    this.#expanding.delete(target);
    return value;
  }

  #scalar(node: Scalar, range: Range): Expression {
    const content = this.#contentOf(node, range);
    // What was masked in a plain text still belongs to it.
    const isMasked =
      typeof node.value === 'string' &&
      node.type === 'PLAIN' &&
      !node.value.includes('\n') &&
      node.value === this.#shape.slice(content.start, content.end);
    const value = isMasked ? this.#text.slice(content.start, content.end) : node.value;
    let lowered: Expression;
    if (typeof value === 'string') {
      lowered = literalOrTemplate(this.#text, this.#shape, stringLiteral(value, range, content));
    } else if (typeof value === 'number' || typeof value === 'boolean' || value === null) {
      lowered = plainLiteral(value, range);
    } else {
      lowered = stringLiteral(this.#text.slice(content.start, content.end), range, content);
    }
    return node.tag === undefined || node.tag.startsWith(YAML_TAG) ? lowered : tagged(node.tag, lowered);
  }

  /** The range of the text itself: between the quotes, or the lines below a block scalar's header. */
  #contentOf(node: Scalar, range: Range): Range {
    const text = this.#text;
    if (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') {
      const quote = text[range.start];
      const isClosed = range.end - range.start > 1 && text[range.end - 1] === quote;
      return rangeOf(Math.min(range.start + 1, range.end), isClosed ? range.end - 1 : range.end);
    }
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
      const headerEnd = text.indexOf('\n', range.start);
      const start = headerEnd < 0 || headerEnd >= range.end ? range.end : headerEnd + 1;
      const first = skipSpace(text, start, range.end);
      return rangeOf(first, Math.max(first, trimEnd(text, first, range.end)));
    }
    return range;
  }
}

/** A custom tag is a function applied to its scalar: `!Ref x`, `!ENV ${X}`. */
function tagged(tag: string, value: Expression): Expression {
  const callee = nameNode(tag, rangeOf(value.start, value.start));
  return directiveCall(callee, [positional(value)], value);
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === 'PLAIN';
}

function isNode(value: unknown): value is YamlNode {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

function rangeOfNode(node: YamlNode): Range {
  const [start, end] = node.range ?? [0, 0];
  return rangeOf(start, end);
}

/** The library ends a block collection at the line below; here it ends with its last entry. */
function collectionRange(node: YAMLMap | YAMLSeq, entries: readonly Range[]): Range {
  const range = rangeOfNode(node);
  if (node.flow === true) return range;
  const ends = entries.map((entry) => entry.end).filter((end) => end <= range.end);
  return ends.length === 0 ? range : rangeOf(range.start, Math.max(range.start, ...ends.slice(-1)));
}

type CstToken = CST.Token | CST.CollectionItem;

/** Walks the concrete syntax, where comments have their offsets. */
function collectComments(token: CstToken, text: string, comments: Comment[], depth: number): void {
  if ('type' in token && token.type === 'comment') {
    comments.push(commentNode(text, rangeOf(token.offset, token.offset + token.source.length), 1));
    return;
  }
  if (depth > 4 * MAX_DEPTH) return;
  const walk = (inner: CstToken): void => collectComments(inner, text, comments, depth + 1);
  if ('start' in token) (Array.isArray(token.start) ? token.start : [token.start]).forEach(walk);
  if ('props' in token) token.props.forEach(walk);
  if ('key' in token && token.key) walk(token.key);
  if ('sep' in token && token.sep) token.sep.forEach(walk);
  if ('items' in token) token.items.forEach(walk);
  if ('value' in token && token.value) walk(token.value);
  if ('end' in token && token.end) token.end.forEach(walk);
}
