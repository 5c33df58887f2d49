/** What the terminal can do: colours, links, width. */
import { valueOf, type Parsed } from './arguments.js';
import type { Output } from './surroundings.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Colours: as the arguments ask, else the environment, else on a terminal. FORCE_COLOR goes before NO_COLOR, as Node has it; https://no-color.org */
export function wantsColor(output: Output, env: Environment, parsed: Parsed): boolean {
  const asked = parsed.flags.has('no-color') ? 'never' : valueOf(parsed, 'color');
  if (asked === 'always' || asked === 'never') return asked === 'always';
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  return output.isTTY === true && env['TERM'] !== 'dumb';
}

/** Hyperlinks (OSC 8): on terminals known to show them; others would print the escape. */
export function knowsHyperlinks(output: Output, env: Environment): boolean {
  if (env['FORCE_HYPERLINK'] !== undefined) return env['FORCE_HYPERLINK'] !== '0';
  if (output.isTTY !== true || (env['CI'] ?? '') !== '' || (env['NO_COLOR'] ?? '') !== '') return false;
  if (['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby'].includes(env['TERM_PROGRAM'] ?? '')) return true;
  if (
    env['WT_SESSION'] !== undefined ||
    env['KITTY_WINDOW_ID'] !== undefined ||
    env['TERM'] === 'xterm-kitty' ||
    env['TERM'] === 'alacritty'
  )
    return true;
  // VTE-based terminals since 0.50.
  return Number(env['VTE_VERSION'] ?? 0) >= 5000;
}

/** The columns to write in; undefined where no terminal shows the text. Very long lines are read badly, and very short ones hold nothing. */
export function terminalColumns(output: Output): number | undefined {
  if (output.isTTY !== true) return undefined;
  // A terminal that does not know its width says 0.
  return Math.max(40, Math.min(output.columns === undefined || output.columns === 0 ? 80 : output.columns, 160));
}

/** A line of progress on a terminal's standard error, shown only when the work takes long enough to wonder. */
export function progressLine(output: Output): { readonly update: (done: number, total: number) => void; readonly clear: () => void } {
  const started = performance.now();
  let shown = 0;
  return {
    update(done, total) {
      const now = performance.now();
      if (output.isTTY !== true || now - started < 700 || now - shown < 80) return;
      shown = now;
      output.write(`\r\u001B[2K${done} of ${total} files`);
    },
    clear() {
      if (shown > 0) output.write('\r\u001B[2K');
    },
  };
}
