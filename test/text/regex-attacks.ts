/** Texts that mean harm to one regular expression: what leads to each of its repetitions, what it repeats, and something that fits nowhere. */
import { visitRegExpAST, type AST } from '@eslint-community/regexpp';

/** Characters that sets are asked for. */
const CHARACTERS = [...'aA0_ \t\n.-/\\"\'()[]{}<>=:;,$#@!?*+%&|~`^\r\u2028é'];
const MISFIT = '\u0001';
/** Repeated less often, nothing can cost much. */
const OFTEN = 50;

/** What is repeated so often, or without end. */
interface Attack {
  readonly before: string;
  readonly repeated: string;
  readonly after: string;
}

/** A text that one part fits, as short as can be. */
function sample(node: AST.Node, flags: string): string {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup':
      return sample(node.alternatives[0]!, flags);
    case 'Alternative':
      return node.elements.map((element) => sample(element, flags)).join('');
    case 'Assertion':
      return node.kind === 'lookbehind' && !node.negate ? sample(node.alternatives[0]!, flags) : '';
    case 'Quantifier':
      return sample(node.element, flags).repeat(node.min);
    case 'Character':
      return String.fromCodePoint(node.value);
    default:
      return 'raw' in node ? (charactersOf(node.raw, flags)[0] ?? '') : '';
  }
}

const known = new Map<string, readonly string[]>();

function charactersOf(raw: string, flags: string): readonly string[] {
  const key = `${flags} ${raw}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const pattern = new RegExp(`^(?:${raw})$`, flags.replace(/[gmy]/g, ''));
  const found = CHARACTERS.filter((character) => pattern.test(character));
  known.set(key, found);
  return found;
}

/** What leads from the beginning of the expression to a part of it. */
function before(node: AST.Node, flags: string): string {
  let text = '';
  for (let child: AST.Node = node; child.parent !== null; child = child.parent) {
    const { parent } = child;
    if (parent.type !== 'Alternative') continue;
    const index = parent.elements.indexOf(child as AST.Element);
    text =
      parent.elements
        .slice(0, index)
        .map((element) => sample(element, flags))
        .join('') + text;
  }
  return text;
}

/** The characters that one turn of a repetition may take. */
function turnsOf({ element }: AST.Quantifier, flags: string): readonly string[] {
  if (element.type === 'CharacterClass' || element.type === 'CharacterSet' || element.type === 'ExpressionCharacterClass') {
    const characters = charactersOf(element.raw, flags);
    return [...characters.slice(0, 3), ...characters.slice(-1), ...[' ', '\n', '"', '('].filter((one) => characters.includes(one))];
  }
  const alternatives = 'alternatives' in element ? element.alternatives : [];
  return [sample(element, flags) || 'a', ...alternatives.map((one) => sample(one, flags))];
}

export function attacksOn(literal: AST.RegExpLiteral, length: number): readonly string[] {
  const flags = literal.flags.raw;
  const attacks: Attack[] = [];
  visitRegExpAST(literal, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max < OFTEN) return;
      const lead = before(quantifier, flags);
      for (const turn of new Set(turnsOf(quantifier, flags)))
        attacks.push(
          { before: lead, repeated: turn, after: MISFIT },
          { before: lead, repeated: turn, after: '' },
          { before: '', repeated: turn, after: MISFIT },
          { before: '', repeated: lead + turn, after: MISFIT },
          { before: '', repeated: lead + turn + turn, after: MISFIT },
          { before: '\n', repeated: lead + turn, after: `\n${MISFIT}` },
          { before: '', repeated: `${turn}a`, after: MISFIT },
          { before: '', repeated: `${turn}\n`, after: MISFIT },
        );
    },
  });
  const texts = attacks
    .filter(({ repeated }) => repeated !== '')
    .map(({ before: lead, repeated, after }) => lead + repeated.repeat(Math.ceil(length / repeated.length)).slice(0, length) + after);
  return [...new Set(texts)];
}
