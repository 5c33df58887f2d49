/** Reads types from typescript-eslint's parser services, where the configuration asks the parser for them. */
import type { ParserServices, ParserServicesWithTypeInformation, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from 'eslint';
import type { Range } from '../syntax/ir.js';
import type { TypeReader } from '../syntax/type-reader.js';

type Type = ReturnType<ParserServicesWithTypeInformation['getTypeAtLocation']>;

function servicesOf(sourceCode: SourceCode): ParserServicesWithTypeInformation | undefined {
  const services = sourceCode.parserServices as Partial<ParserServices> | undefined;
  return services?.program === undefined || services.program === null ? undefined : (services as ParserServicesWithTypeInformation);
}

/** Whether the parser of a file made type information. */
export const isTyped = (sourceCode: SourceCode): boolean => servicesOf(sourceCode) !== undefined;

/** The types of a file, or undefined where its parser made no type information. */
export function typeReaderOf(sourceCode: SourceCode): TypeReader | undefined {
  const services = servicesOf(sourceCode);
  if (services === undefined) return undefined;
  const { getTypeAtLocation } = services;
  return {
    namesAt(range) {
      const node = nodeAt(range, sourceCode);
      const names = node === undefined ? undefined : namesOf(getTypeAtLocation(node));
      return names === undefined || names.size === 0 ? undefined : [...names];
    },
  };
}

/** The node that covers exactly the range. */
function nodeAt(range: Range, sourceCode: SourceCode): TSESTree.Node | undefined {
  let node: TSESTree.Node | null | undefined = sourceCode.getNodeByRangeIndex(range.start) as TSESTree.Node | null;
  while (node && !(node.range[0] === range.start && node.range[1] === range.end)) node = node.parent;
  return node ?? undefined;
}

/** The names of a type and of what it derives from. `any`, `unknown` and types that are written out have none. */
function namesOf(type: Type, names = new Set<string>()): Set<string> {
  if (type.isUnionOrIntersection()) {
    for (const part of type.types) namesOf(part, names);
    return names;
  }
  const isParameter: boolean = type.isTypeParameter();
  if (isParameter) {
    const constraint = type.getConstraint();
    return constraint === undefined ? names : namesOf(constraint, names);
  }
  for (const symbol of [type.aliasSymbol, type.getSymbol()]) {
    // The compiler calls types without a name `__type`, `__object`, `__function`.
    if (symbol !== undefined && !symbol.name.startsWith('__') && !names.has(symbol.name)) names.add(symbol.name);
  }
  // An instance of a generic interface has the bases of its declaration.
  const declared = 'target' in type ? (type.target as Type) : type;
  for (const base of declared.getBaseTypes() ?? []) namesOf(base, names);
  return names;
}
