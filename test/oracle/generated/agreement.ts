/** Adds up how our verdicts agree with what was seen, where what was seen may rightly be called by more than one state. */
import { agreementOf, type Agreement, type Compared } from './report.js';

export interface Judged {
  readonly title: string;
  readonly idiom: string;
  readonly source: string;
  /** The states that what was seen may be called. */
  readonly real: readonly string[];
  readonly ours: readonly string[];
}

/** A program whose cookie is sent at several places is judged right where one of them is, and is Secure only where all of them are. */
export function asCompared({ title, idiom, source, real, ours }: Judged): Compared {
  const isOn = real.includes('on');
  const alarm = isOn ? ours.find((one) => !real.includes(one)) : undefined;
  const said = alarm ?? ours.find((one) => real.includes(one)) ?? (ours.includes('unresolved') ? 'unresolved' : (ours[0] ?? 'no cookie'));
  return { idiom: `${title}: ${idiom}`, source, real: real.includes(said) ? said : real[0]!, ours: said };
}

export const agreement = (judged: readonly Judged[]): Agreement => agreementOf(judged.map(asCompared));
