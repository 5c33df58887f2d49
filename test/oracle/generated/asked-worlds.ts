/** The worlds that tell what a program does: every state of the variables that it mentions, over both schemes. */

export interface AskedWorld {
  readonly mode: 'production' | 'unset' | 'development';
  /** Nothing but the mode is said: what the operator gets who sets no other variable. */
  readonly plain: boolean;
  readonly variables: Readonly<Record<string, string>>;
  readonly https: boolean;
}

/** What the variables of generated programs may hold; undefined for one that is missing. */
const HELD: Readonly<Record<string, readonly (string | undefined)[]>> = {
  COOKIE_SECURE: [undefined, '', 'true', 'false', '1', '0', 'True', 'False', 'x'],
  COOKIE_INSECURE: [undefined, '1', 'true'],
  BASE_URL: [undefined, 'http://shop.example', 'https://shop.example'],
};

const MODES = ['production', 'unset', 'development'] as const;
/** Debugging is off in production unless somebody says otherwise. */
const DEBUG: Readonly<Record<AskedWorld['mode'], readonly (string | undefined)[]>> = {
  production: [undefined, 'true', '1'],
  unset: [undefined, 'true', '1'],
  development: ['true', '1', undefined],
};

/** `modes`: the variables that hold the mode. The first state of each variable is the plain one. */
export function worldsFor(text: string, modes: readonly string[]): readonly AskedWorld[] {
  const held = Object.entries(HELD).filter(([name]) => text.includes(name));
  return MODES.flatMap((mode) => {
    const known = modes.flatMap((name): [string, readonly (string | undefined)[]][] => [[name, [mode === 'unset' ? undefined : mode]]]);
    const all = [...known, ...held, ...(/\bDEBUG\b/.test(text) ? [['DEBUG', DEBUG[mode]] as const] : [])];
    return statesOf(all).flatMap(({ variables, plain }) => [false, true].map((https): AskedWorld => ({ mode, plain, https, variables })));
  });
}

interface VariableState {
  readonly variables: Readonly<Record<string, string>>;
  readonly plain: boolean;
}

function statesOf(held: readonly (readonly [string, readonly (string | undefined)[]])[]): readonly VariableState[] {
  return held.reduce<readonly VariableState[]>(
    (states, [name, values]) =>
      states.flatMap(({ variables, plain }) =>
        values.map((value, i) => ({
          plain: plain && i === 0,
          variables: value === undefined ? variables : { ...variables, [name]: value },
        })),
      ),
    [{ variables: {}, plain: true }],
  );
}

type Here = 'on' | 'off' | 'request' | 'unsent';

const here = (secure: boolean | null): Here => (secure === null ? 'unsent' : secure ? 'on' : 'off');

/** Where one scheme gets no cookie, the other counts. */
function overSchemes(plain: boolean | null, tls: boolean | null): Here {
  if (plain === null || tls === null) return here(plain ?? tls);
  return plain === tls ? here(plain) : 'request';
}

/** The states that what was seen may rightly be called, by the table of docs/architecture.md; undefined where no cookie is ever sent. */
export function statesSeen(worlds: readonly AskedWorld[], secure: readonly (boolean | null)[]): readonly string[] | undefined {
  const seen: { readonly world: AskedWorld; readonly here: Here }[] = [];
  for (let i = 0; i + 1 < worlds.length; i += 2) seen.push({ world: worlds[i]!, here: overSchemes(secure[i]!, secure[i + 1]!) });
  const everywhere = seen.map((one) => one.here).filter((one) => one !== 'unsent');
  if (everywhere.length === 0) return undefined;
  if (everywhere.every((one) => one === 'on')) return ['on'];
  const plain = (mode: AskedWorld['mode']): Here => seen.find(({ world }) => world.mode === mode && world.plain)!.here;
  const inProduction = seen
    .filter(({ world }) => world.mode === 'production')
    .map((one) => one.here)
    .filter((one) => one !== 'unsent');
  // A world without the cookie is one without an insecure cookie, unless a variable decides whether it is sent at all.
  const unsent = inProduction.length > 0 && inProduction.every((other) => other === 'off') ? 'off' : 'on';
  const [production, unset] = [plain('production'), plain('unset')].map((one) => (one === 'unsent' ? unsent : one)) as [Here, Here];
  if (production === 'on') return unset === 'on' ? ['env-escape-hatch'] : ['env-conditional'];
  if (production === 'request')
    return unset === 'off' || (inProduction.includes('off') && inProduction.includes('on'))
      ? ['env-conditional']
      : everywhere.includes('off') || everywhere.includes('on')
        ? ['request-conditional', 'env-conditional']
        : ['request-conditional'];
  if (inProduction.some((one) => one !== 'off')) return ['env-conditional'];
  return everywhere.includes('on') ? ['inverted'] : ['off'];
}
