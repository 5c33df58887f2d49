/** One cookie is reported once: where a switch alone decides it and the switch is reported for it, the place of the cookie says nothing more. */
import type { CookieRecord, Finding } from '../cookies/finding.js';
import { isAbsent } from '../values/fields.js';
import type { Judgement } from './judge.js';

type Judged = Judgement | { readonly cookie: CookieRecord; readonly findings: readonly Finding[] };

/** The results, without the findings of cookies whose switch is reported under their name: Rails' session at `force_ssl` and at its store. */
export function withoutRepeated(results: readonly Judged[]): Judged[] {
  const switches = results.flatMap((result) => result.findings.filter(({ cookie }) => cookie.name !== null));
  return results.map((result) => {
    if (!('site' in result) || result.findings.length === 0 || !isAbsent(result.site.secure.value)) return result;
    const { coveredBy } = result.site.matched.surface;
    const { name } = result.cookie.cookie;
    const isSaid = switches.some(
      (finding) => coveredBy?.includes(finding.surface) === true && finding.cookie.name === name && !result.findings.includes(finding),
    );
    return isSaid ? { ...result, findings: [] } : result;
  });
}
