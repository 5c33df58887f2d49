/** A verification as JSON, version 1 (schemas/verify.schema.json). Values of cookies, queries of addresses and credentials are in none of it. */
import type { HostRow } from '../../verify/check.js';
import type { Candidate, LinkedCookie, SourceCookie } from '../../verify/link.js';
import type { Verification } from '../../verify/verification.js';
import { MOST_POINTS } from '../../verify/check.js';
import { countsOf, placeOf, unobservedRows, type VerifyFormat } from './rows.js';

export const json: VerifyFormat = (verification, options) => {
  const count = countsOf(verification);
  const value = {
    version: 1,
    tool: { name: options.tool.name, version: options.tool.version },
    summary: {
      verdict: verification.verdict,
      score: verification.score,
      bestScore: verification.bestScore,
      points: verification.points,
      mostPoints: MOST_POINTS,
      cookies: verification.hosts.reduce((sum, { cookies }) => sum + cookies.length, 0),
      errors: count.error,
      warnings: count.warning,
      notes: count.note,
      known: verification.known,
      source:
        verification.source === undefined
          ? null
          : { cookies: verification.source.cookies.filter(({ deletes }) => !deletes).length, unobserved: verification.unobserved.length },
    },
    targets: verification.observations.map(({ target, kind, asked, exchanges, held, notes }) => ({
      target,
      kind,
      asked,
      answers: exchanges.map(({ where, url, status, setCookies }) => ({ where, url, status, setCookies: setCookies.length })),
      held: held.length,
      notes,
    })),
    hosts: verification.hosts.map((row) => hostJson(verification, row)),
    unobserved: unobservedRows(verification).map(({ candidate, message }) => ({ ...sourceJson(verification, candidate!), message })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
};

function hostJson(
  verification: Verification,
  { host, role, weight, verdict, score, bestScore, reasons, cookies }: HostRow<LinkedCookie>,
): object {
  return { host, role, weight, verdict, score, bestScore, reasons, cookies: cookies.map((cookie) => cookieJson(verification, cookie)) };
}

function cookieJson(verification: Verification, cookie: LinkedCookie): object {
  const { name, session, domain, hostOnly, path, secure, httpOnly, sameSite, deletes, byScript, count, link } = cookie;
  const { expires } = cookie;
  return {
    name,
    session,
    domain,
    hostOnly,
    path,
    secure,
    httpOnly,
    sameSite,
    lifetime: expires === undefined ? 'unknown' : expires === null ? 'session' : 'persistent',
    deletes,
    byScript,
    count,
    sightings: cookie.sightings.map((seen) => ({
      target: seen.target,
      where: seen.where,
      url: seen.url,
      secure: seen.secure,
      deletes: seen.deletes,
      refusals: seen.refusals,
      carriedTo: seen.carriedTo,
    })),
    findings: cookie.findings,
    link:
      link === null
        ? null
        : {
            relation: link.relation,
            message: link.message,
            candidates: link.candidates.map((candidate) => candidateJson(verification, candidate)),
          },
  };
}

function candidateJson(verification: Verification, candidate: Candidate): object {
  const { finding, fix, by } = candidate;
  return {
    ...sourceJson(verification, candidate),
    by,
    problem: finding?.problem ?? null,
    why: finding?.message ?? null,
    fix: fix === undefined ? null : { title: fix.fix.title, safe: fix.fix.safe, path: fix.at.path },
  };
}

function sourceJson(verification: Verification, { record, state }: SourceCookie): object {
  return {
    name: record.cookie.name,
    expression: record.cookie.expression ?? null,
    ...placeOf(verification.source, record),
    rule: record.rule,
    surface: record.surface,
    app: record.app,
    state,
  };
}
