/** The matrix of idioms and languages: what the linter says about each, beside what is right. */
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { COMPILED } from './compiled.js';
import { IDIOMS, type Expected, type Expr, type Variant } from './meaning.js';
import { Unprintable, type Printed, type Printer } from './printer.js';
import { SCRIPTING } from './scripting.js';
import { STRUCTURES } from './structures.js';

export const PRINTERS: readonly Printer[] = [...SCRIPTING, ...COMPILED];

export interface Cell {
  readonly idiom: string;
  readonly language: string;
  readonly variant: number;
  readonly expected: Expected;
  readonly said: string;
  readonly text: string;
}

/** Right; undecided where it could be known; wrong, but said; or said to be on where it is not. */
export type Grade = 'right' | 'undecided' | 'wrong' | 'silent';

export function gradeOf({ expected, said }: Cell): Grade {
  if (said === expected) return 'right';
  if (said === 'unresolved') return 'undecided';
  return said === 'on' && expected !== 'env-escape-hatch' ? 'silent' : 'wrong';
}

function printed(printer: Printer, variant: Variant): Printed | undefined {
  try {
    return printer.print(variant);
  } catch (error) {
    if (error instanceof Unprintable) return undefined;
    throw error;
  }
}

/** The state of the one cookie of a program. */
async function stateOf({ path, text }: Printed, root: string): Promise<string> {
  const report = await scan({ root, config: defaultConfig, pedantic: true, alone: true, stdin: { filename: path, text } });
  const [cookie] = report.cookies;
  if (cookie === undefined) return 'no cookie';
  return cookie.state === 'missing' || cookie.state === 'disabled' ? 'off' : cookie.state;
}

/** Every idiom in every language that has it, in all its variants. */
export async function cells(root: string): Promise<readonly Cell[]> {
  const all: Cell[] = [];
  for (const idiom of IDIOMS) {
    for (const printer of PRINTERS) {
      for (const [variant, one] of idiom.variants.entries()) {
        const program = printed(printer, one);
        if (program !== undefined)
          all.push({
            idiom: idiom.id,
            language: printer.language,
            variant,
            expected: one.expected,
            said: await stateOf(program, root),
            text: program.text,
          });
      }
    }
  }
  for (const structure of STRUCTURES)
    for (const printer of PRINTERS) {
      const form = structure.forms[printer.language];
      if (form === undefined) continue;
      for (const [variant, [expected, value]] of GIVEN.entries()) {
        const program = printer.form(form, value);
        all.push({
          idiom: structure.id,
          language: printer.language,
          variant,
          expected,
          said: await stateOf(program, root),
          text: program.text,
        });
      }
    }
  return all;
}

/** What the forms of languages are given. */
const GIVEN: readonly (readonly [Expected, Expr])[] = [
  ['on', { k: 'bool', value: true }],
  ['off', { k: 'bool', value: false }],
  ['env-conditional', { k: 'eq', left: { k: 'env-or', variable: 'APP_ENV', fallback: '' }, right: { k: 'text', value: 'production' } }],
];

/** All idioms by their names. */
export const NAMED: readonly { readonly id: string; readonly says: string }[] = [...IDIOMS, ...STRUCTURES];
