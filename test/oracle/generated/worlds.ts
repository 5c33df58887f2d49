/** The worlds in which generated programs run, and the state that docs/architecture.md gives what was seen in them. */

export interface RunWorld {
  readonly mode: 'production' | 'unset' | 'development';
  /** Nothing but the mode is said: what the operator gets who sets no other variable. */
  readonly plain: boolean;
  readonly variables: Readonly<Record<string, string>>;
  readonly https: boolean;
}

const MODES = [
  { mode: 'production', variables: { APP_ENV: 'production' }, debug: ['False', 'True'] },
  { mode: 'unset', variables: {}, debug: [undefined, 'False', 'True'] },
  { mode: 'development', variables: { APP_ENV: 'development' }, debug: ['True', 'False'] },
] as const;
const GIVEN = [undefined, '', 'True', 'False', 'x'] as const;

/** Over HTTP and HTTPS one after the other. */
export const RUN_WORLDS: readonly RunWorld[] = MODES.flatMap(({ mode, variables, debug }) =>
  debug.flatMap((flag, i) =>
    GIVEN.flatMap((given) =>
      [false, true].map((https): RunWorld => ({
        mode,
        plain: i === 0 && given === undefined,
        https,
        variables: {
          ...variables,
          ...(flag === undefined ? {} : { DEBUG: flag }),
          ...(given === undefined ? {} : { COOKIE_SECURE: given }),
        },
      })),
    ),
  ),
);

type Here = 'on' | 'off' | 'request';

/** The state of what was seen, world by world (`RUN_WORLDS`): the table of docs/architecture.md. */
export function stateOfRuns(secure: readonly boolean[]): string {
  const seen: { readonly world: RunWorld; readonly here: Here }[] = [];
  for (let i = 0; i + 1 < RUN_WORLDS.length; i += 2) {
    const plain = secure[i] === true ? 'on' : 'off';
    seen.push({ world: RUN_WORLDS[i]!, here: secure[i] === secure[i + 1] ? plain : 'request' });
  }
  const plain = (mode: RunWorld['mode']): Here => seen.find(({ world }) => world.mode === mode && world.plain)!.here;
  const inProduction = seen.filter(({ world }) => world.mode === 'production').map(({ here }) => here);
  const everywhere = seen.map(({ here }) => here);
  const [production, unset] = [plain('production'), plain('unset')];
  if (production === 'on')
    return unset !== 'on' ? 'env-conditional' : everywhere.every((here) => here === 'on') ? 'on' : 'env-escape-hatch';
  if (production === 'request')
    return unset === 'off' || (inProduction.includes('off') && inProduction.includes('on')) ? 'env-conditional' : 'request-conditional';
  if (inProduction.some((here) => here !== 'off')) return 'env-conditional';
  return everywhere.includes('on') ? 'inverted' : 'off';
}
