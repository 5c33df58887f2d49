/**
 * Functions that lead to one another in a ring go through the guard (`budget.once`), so that no question comes back to itself.
 * Read off the sources: names that are called or handed on, and the methods of the evaluator. Rings that only go down a tree end
 * by themselves; those that jump, from a name to what it stands for or from a file to another, need not. A function that calls
 * itself alone is seen by whoever writes it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Rings without the guard, by one of their functions, with what ends them. */
const ENDS: Readonly<Record<string, string>> = {
  'src/values/references.ts#referenceOf': 'counts how deep it is',
  'src/values/evaluation/class-members.ts#classMember': 'counts the bases',
  'src/values/file-values.ts#exportPath': 'isExportsName remembers what is being asked',
  'src/matching/sent-again.ts#Source.follow': 'each place is followed once, and no more than so many',
  'src/project/symfony-parameters.ts#containerParameter': 'counts how deep it is',
};

/** What leads from a node to another place of the program, or to another file. */
const JUMPS = new Set([
  'bindings',
  'bindingOf',
  'moduleOf',
  'definitionOf',
  'programOf',
  'programsOf',
  'textOf',
  'filesSaying',
  'starImports',
  'namespaceWrites',
  'classScope',
  'classes',
]);

interface Definition {
  readonly name: string;
  readonly isGuarded: boolean;
  readonly jumps: boolean;
  readonly calls: Set<string>;
}

const sources = ['src/values', 'src/matching', 'src/project', 'src/judging', 'src/cookies'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`),
);

function definitionsOf(file: string): Definition[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const imported = new Map<string, string>();
  const found: Definition[] = [];
  const define = (name: string, body: ts.Node, className?: string): void => {
    const calls = new Set<string>();
    let isGuarded = false;
    let jumps = false;
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const { text } = node.name;
        const receiver = node.expression.getText(source);
        if (JUMPS.has(text)) jumps = true;
        if (text === 'once' || text === '#once') isGuarded = true;
        if (receiver === 'this' && className !== undefined) calls.add(`${file}#${className}.${text}`);
        if (/(?:^|[.#])evaluator$/.test(receiver)) calls.add(`src/values/evaluator.ts#Evaluator.${text}`);
        if (/(?:^|\.)context$/.test(receiver) && text === 'evaluate') calls.add('src/values/evaluator.ts#Evaluator.evaluate');
        visit(node.expression);
        return;
      }
      if (ts.isIdentifier(node) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node))
        calls.add(imported.get(node.text) ?? `${file}#${node.text}`);
      ts.forEachChild(node, visit);
    };
    visit(body);
    found.push({ name: `${file}#${className === undefined ? '' : `${className}.`}${name}`, isGuarded, jumps, calls });
  };
  for (const statement of source.statements) {
    if (
      ts.isImportDeclaration(statement) &&
      ts.isStringLiteral(statement.moduleSpecifier) &&
      statement.moduleSpecifier.text.startsWith('.')
    ) {
      const target = path.posix.join(path.posix.dirname(file), statement.moduleSpecifier.text).replace(/\.js$/, '.ts');
      const names = statement.importClause?.namedBindings;
      if (names !== undefined && ts.isNamedImports(names))
        for (const one of names.elements) imported.set(one.name.text, `${target}#${(one.propertyName ?? one.name).text}`);
    } else if (ts.isFunctionDeclaration(statement) && statement.name !== undefined && statement.body !== undefined)
      define(statement.name.text, statement.body);
    else if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer !== undefined && ts.isArrowFunction(initializer)) define(name.text, initializer.body);
    } else if (ts.isClassDeclaration(statement) && statement.name !== undefined) {
      for (const member of statement.members)
        if (ts.isMethodDeclaration(member) && member.body !== undefined)
          define(member.name.getText(source), member.body, statement.name.text);
    }
  }
  return found;
}

/** The strongly connected parts of the graph, by Tarjan's algorithm. */
function ringsOf(definitions: ReadonlyMap<string, Definition>): string[][] {
  const rings: string[][] = [];
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const visit = (name: string): void => {
    order.set(name, order.size);
    low.set(name, order.get(name)!);
    open.push(name);
    for (const next of definitions.get(name)!.calls) {
      if (!definitions.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (open.includes(next)) low.set(name, Math.min(low.get(name)!, low.get(next)!));
    }
    if (low.get(name) !== order.get(name)) return;
    const ring = open.splice(open.indexOf(name));
    if (ring.length > 1 && ring.some((one) => definitions.get(one)!.jumps)) rings.push(ring.sort());
  };
  for (const name of definitions.keys()) if (!order.has(name)) visit(name);
  return rings;
}

const all = sources.flatMap(definitionsOf);

it('the guard is where the questions meet', () => {
  const guarded = all.filter(({ isGuarded }) => isGuarded).map(({ name }) => name);
  for (const method of ['evaluate', 'exportOf', 'definedElsewhere', 'setting', 'memberOf'])
    expect(guarded).toContain(`src/values/evaluator.ts#Evaluator.${method}`);
  expect(guarded).toContain('src/values/evaluation/bindings.ts#valueOf');
});

it('no ring of functions goes around the guard', () => {
  const rings = ringsOf(new Map(all.filter(({ isGuarded }) => !isGuarded).map((one) => [one.name, one])));
  expect(rings.filter((ring) => !ring.some((name) => name in ENDS)).map((ring) => ring.join(' → '))).toEqual([]);
});

it('an exception that is no ring any more is taken off the list', () => {
  const inRings = new Set(ringsOf(new Map(all.filter(({ isGuarded }) => !isGuarded).map((one) => [one.name, one]))).flat());
  expect(Object.keys(ENDS).filter((name) => !inRings.has(name))).toEqual([]);
});
