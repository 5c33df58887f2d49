/** Adds up how our verdicts agree with what the real libraries send. */

export interface Compared {
  readonly idiom: string;
  readonly source: string;
  /** What the library showed, and what we say; `missing` and `disabled` are one: off. */
  readonly real: string;
  readonly ours: string;
}

export interface Agreement {
  readonly programs: number;
  readonly right: number;
  readonly undecided: number;
  readonly open: readonly Compared[];
  readonly wrong: readonly Compared[];
  /** We say on, or nothing, where some environment or request gets the cookie without Secure: the worst of all. */
  readonly falseOn: readonly Compared[];
}

export function agreementOf(compared: readonly Compared[]): Agreement {
  const wrong = compared.filter(({ real, ours }) => real !== ours && ours !== 'unresolved');
  return {
    programs: compared.length,
    right: compared.filter(({ real, ours }) => real === ours).length,
    undecided: compared.filter(({ ours }) => ours === 'unresolved').length,
    open: compared.filter(({ ours }) => ours === 'unresolved'),
    wrong,
    falseOn: wrong.filter(({ ours }) => ours === 'on' || ours === 'no cookie'),
  };
}

/** One line a library, and the programs that are wrong where a run is asked to show them. */
export function print(title: string, { programs, right, undecided, open, wrong, falseOn }: Agreement): void {
  console.log(
    `${title}: ${right} of ${programs} right, ${undecided} undecided, ${wrong.length} wrong, ${falseOn.length} of them a false on`,
  );
  if (process.env['ORACLE_SHOW'] === undefined) return;
  for (const { idiom, source, real, ours } of process.env['ORACLE_SHOW'] === 'all' ? [...wrong, ...open] : wrong)
    console.log(`--- ${idiom}: ${title} shows ${real}, we say ${ours}\n${source}`);
}
