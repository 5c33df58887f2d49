/** A verification as one HTML page that needs no network, of the same kind as the report's. */
import type { HostRow } from '../../verify/check.js';
import type { LinkedCookie } from '../../verify/link.js';
import type { Verification } from '../../verify/verification.js';
import { scoreText } from '../entries.js';
import { fixDiff } from '../fix-diff.js';
import { diff, filters, select } from '../html/parts.js';
import { footer, page, prose, text, verdict } from '../html/page.js';
import { asked, factsOf, hostText, roleText, rowOf, rowsOf, type VerifyFormat, type VerifyRow } from './rows.js';

export const html: VerifyFormat = (verification, options) => {
  const rows = rowsOf(verification);
  const head = `<header><h1>${text(options.tool.name)}: does the running site send what the source says?</h1><p>${verdict(verification.verdict)} ${text(factsOf(verification).join(' · '))}</p></header>`;
  return page(`${options.tool.name} verify: ${verification.verdict}`, [
    head,
    '<main id="content">',
    hosts(verification),
    cookies(rows),
    findings(verification),
    answers(verification),
    '</main>',
    footer(options),
  ]);
};

function hosts({ hosts: rows }: Verification): string {
  const body = rows.map(
    (row) =>
      `<tr><th scope="row"><code>${text(hostText(row.host))}</code></th><td>${verdict(row.verdict)}</td><td>${scoreText(row)}</td><td>${text(roleText(row))}</td><td>${row.reasons.map((reason) => `<code>${reason}</code>`).join(' ')}</td><td>${row.cookies.length}</td></tr>`,
  );
  return `<section aria-labelledby="hosts"><h2 id="hosts">Hosts</h2><div class="scroll" tabindex="0" role="group" aria-labelledby="hosts"><table><caption>1.0: every cookie has Secure. 0.5: only cookies that carry no session lack it. 0.0: a session cookie lacks it. The score is their mean by weight.</caption><thead><tr><th scope="col">Host</th><th scope="col">Verdict</th><th scope="col">Score</th><th scope="col">Weight</th><th scope="col">Reasons</th><th scope="col">Cookies</th></tr></thead><tbody>${body.join('')}</tbody></table></div></section>`;
}

/** Both columns, observed and source, side by side. */
function cookies(rows: readonly VerifyRow[]): string {
  const head = '<section aria-labelledby="cookies"><h2 id="cookies">Cookies</h2>';
  if (rows.length === 0) return `${head}<p>No cookie was observed.</p></section>`;
  const form = filters('Filter cookies', '#cookies-table tbody tr', [
    select(
      'Observed',
      'observed',
      rows.map(({ observed }) => observed),
    ),
    select(
      'Host',
      'host',
      rows.map(({ host }) => host ?? ''),
    ),
  ]);
  const body = rows.map((row) => {
    const seen =
      row.cookie === null
        ? 'unresolved'
        : row.cookie.secure === 'on' || row.cookie.deletes
          ? 'on'
          : row.cookie.secure === 'missing'
            ? 'missing'
            : 'unresolved';
    const source = row.source === null ? '–' : `<span class="state-${row.source}">${row.source}</span>`;
    const place = row.place === null ? '–' : `<code>${text(`${row.place.path}:${row.place.line}`)}</code>`;
    return `<tr data-observed="${text(row.observed)}" data-host="${text(row.host ?? '')}"><th scope="row"><code>${text(row.name === '' ? '(no name)' : row.name)}</code></th><td>${row.host === null && row.cookie === null ? '' : text(hostText(row.host))}</td><td><span class="state-${seen}">${text(row.observed)}</span></td><td>${source}</td><td>${place}</td><td>${prose(row.message)}</td></tr>`;
  });
  return `${head}${form}<div class="scroll" tabindex="0" role="group" aria-labelledby="cookies"><table id="cookies-table" class="sortable"><caption>What was observed, and what the source says</caption><thead><tr><th scope="col">Cookie</th><th scope="col">Host</th><th scope="col">Observed</th><th scope="col">Source</th><th scope="col">Where</th><th scope="col">What it means</th></tr></thead><tbody>${body.join('\n')}</tbody></table></div></section>`;
}

function findings(verification: Verification): string {
  const articles = verification.hosts.flatMap((row) =>
    row.cookies.filter((cookie) => cookie.findings.length > 0).map((cookie) => article(verification, row, cookie)),
  );
  return `<section aria-labelledby="findings"><h2 id="findings">Findings</h2>${articles.length === 0 ? '<p>None.</p>' : articles.join('\n')}</section>`;
}

function article(verification: Verification, host: HostRow<LinkedCookie>, cookie: LinkedCookie): string {
  const { candidate, place, message } = rowOf(verification, host, cookie);
  const [first, ...others] = cookie.findings;
  if (first === undefined) return '';
  const more = others.map((one) => `<li><span class="severity severity-${one.severity}">${one.severity}</span> ${prose(one.message)}</li>`);
  const seen = cookie.sightings.map(
    (one) =>
      `<li><code>${text(one.where)}</code> ${text(one.url ?? '')} ${one.deletes ? 'deleted' : one.secure === true ? 'Secure' : one.secure === false ? 'without Secure' : 'not known'}${one.refused === '' ? '' : `: ${prose(one.refused)}`}</li>`,
  );
  const fix = cookie.secure === 'missing' ? candidate?.fix : undefined;
  const change =
    fix === undefined || verification.source === undefined
      ? ''
      : `<p class="meta">Fix in ${text(fix.at.path)}: ${prose(fix.fix.title)}${fix.fix.safe ? '' : ' (check it first)'}</p>${diff(fixDiff(verification.source, fix.at.path, fix.fix))}`;
  const facts = [
    ['Host', text(hostText(host.host))],
    ...(place === null ? [] : [['Source', `<code>${text(`${place.path}:${place.line}`)}</code>`]]),
    ...(message === '' ? [] : [['What it means', prose(message)]]),
    ...(first.reason === null ? [] : [['Reason', `<code>${first.reason}</code>`]]),
    ...(first.accepted ? [['Baseline', 'known']] : []),
  ];
  return `<article id="finding-${first.fingerprint}"><details open><summary><span class="severity severity-${first.severity}">${first.severity}</span> <h3>${prose(first.message)}</h3></summary><div class="body"><dl>${facts.map(([name, value]) => `<dt>${name ?? ''}</dt><dd>${value ?? ''}</dd>`).join('')}</dl>${more.length === 0 ? '' : `<ul>${more.join('')}</ul>`}${change}<p class="meta">Seen ${cookie.count === 1 ? 'once' : `${cookie.count} times`}:</p><ul>${seen.join('')}</ul></div></details></article>`;
}

function answers(verification: Verification): string {
  const items = asked(verification).map(
    ({ target, lines }) => `<h3>${text(target)}</h3><ul>${lines.map((line) => `<li>${text(line)}</li>`).join('')}</ul>`,
  );
  return `<section aria-labelledby="answers"><h2 id="answers">Where it was seen</h2>${items.join('')}</section>`;
}
