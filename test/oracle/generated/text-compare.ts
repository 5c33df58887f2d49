/** What programs made of text send, beside our verdict for the same files. */
import type { Judged } from './agreement.js';
import { statesSeen, type AskedWorld } from './asked-worlds.js';
import { statesIn } from './javascript-compare.js';
import type { TextProgram } from './text-programs.js';

type Answer = readonly (boolean | null)[] | undefined;

export async function judgedTexts(
  programs: readonly TextProgram[],
  worlds: readonly (readonly AskedWorld[])[],
  answers: readonly Answer[],
): Promise<readonly Judged[]> {
  const found: Judged[] = [];
  for (const [i, { title, idiom, files }] of programs.entries()) {
    const answer = answers[i];
    const real = answer && statesSeen(worlds[i]!, answer);
    // A program that never sends its cookie says nothing about Secure.
    if (real === undefined) continue;
    const source = Object.entries(files)
      .map(([name, text]) => `// ${name}\n${text}`)
      .join('\n');
    found.push({ title, idiom, source, real, ours: await statesIn(files) });
  }
  return found;
}

export const textOf = ({ files }: TextProgram): string => Object.values(files).join('\n');
