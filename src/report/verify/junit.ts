/** A verification as JUnit XML: a host is a suite, a cookie a case. */
import type { HostRow } from '../../verify/check.js';
import type { LinkedCookie } from '../../verify/link.js';
import type { Verification } from '../../verify/verification.js';
import { printable } from '../../text/printable.js';
import { attributes as attributesOf, escapeMarkup } from '../markup.js';
import { hostText, rowOf, type VerifyFormat } from './rows.js';

/** Names come from a site: they are shown as they can be seen. */
const attributes = (values: Readonly<Record<string, string | number>>): string =>
  attributesOf(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? printable(value) : value])),
  );

export const junit: VerifyFormat = (verification, options) => {
  const suites = verification.hosts.filter(({ cookies }) => cookies.length > 0).map((row) => suiteOf(verification, row));
  // A report without any case counts as broken in some servers.
  if (suites.length === 0)
    suites.push({
      tests: 1,
      failures: 0,
      xml: `  <testsuite${attributes({ name: options.tool.name, tests: 1, failures: 0, errors: 0, skipped: 0 })}>\n    <testcase${attributes({ classname: options.tool.name, name: 'no cookie was observed' })}/>\n  </testsuite>\n`,
    });
  const sum = (of: (suite: Suite) => number): number => suites.reduce((all, suite) => all + of(suite), 0);
  const head = attributes({
    name: `${options.tool.name} verify`,
    tests: sum(({ tests }) => tests),
    failures: sum(({ failures }) => failures),
    errors: 0,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`;
};

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: string;
}

function suiteOf(verification: Verification, row: HostRow<LinkedCookie>): Suite {
  const cases = row.cookies.map((cookie) => caseOf(verification, row, cookie));
  const failures = cases.filter(({ outcome }) => outcome === 'failure').length;
  const skipped = cases.filter(({ outcome }) => outcome === 'skipped').length;
  const head = attributes({ name: hostText(row.host), tests: cases.length, failures, errors: 0, skipped });
  return { tests: cases.length, failures, xml: `  <testsuite${head}>\n${cases.map(({ xml }) => xml).join('')}  </testsuite>\n` };
}

function caseOf(
  verification: Verification,
  row: HostRow<LinkedCookie>,
  cookie: LinkedCookie,
): { readonly outcome: 'passed' | 'failure' | 'skipped'; readonly xml: string } {
  const { place, message, observed } = rowOf(verification, row, cookie);
  const open = cookie.findings.filter(({ accepted }) => !accepted);
  const grave = row.weight === 0 ? undefined : open.find(({ severity }) => severity !== 'note');
  const head = attributes({
    classname: hostText(row.host),
    name: `${cookie.name === '' ? '(no name)' : cookie.name}: ${observed}`,
    ...(place === null ? {} : { file: place.path, line: place.line }),
  });
  const lines = [
    ...cookie.findings.map((finding) => finding.message),
    ...(message === '' ? [] : [message]),
    ...(place === null ? [] : [`${place.path}:${place.line}:${place.column}`]),
  ]
    .map((line) => escapeMarkup(printable(line)))
    .join('\n');
  if (grave !== undefined)
    return {
      outcome: 'failure',
      xml: `    <testcase${head}>\n      <failure${attributes({ type: grave.severity, message: grave.message })}>${lines}</failure>\n    </testcase>\n`,
    };
  const [hushed] = cookie.findings;
  if (hushed !== undefined)
    return {
      outcome: 'skipped',
      xml: `    <testcase${head}>\n      <skipped${attributes({ message: hushed.accepted ? `known to the baseline: ${hushed.message}` : hushed.message })}/>\n    </testcase>\n`,
    };
  return { outcome: 'passed', xml: `    <testcase${head}/>\n` };
}
