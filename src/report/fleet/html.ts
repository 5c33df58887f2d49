/** A fleet as one page that needs no network, in the frame of the report's page. All text of repositories is escaped. */
import { problems } from '../../cookies/problems.js';
import { counted, reasonWords, scoreText } from '../entries.js';
import { footer, page, prose, text, verdict } from '../html/page.js';
import { filters, select } from '../html/parts.js';
import { dayOf, trendText, verdictsText, type Fleet, type FleetRepository } from './fleet.js';
import type { FleetFormat } from './formats.js';

export const html: FleetFormat = (fleet, options) =>
  page(`${options.tool.name}: ${counted(fleet.repositories.length, 'repository', 'repositories')}`, [
    header(fleet),
    '<main id="content">',
    missing(fleet),
    repositories(fleet),
    kinds(fleet),
    apps(fleet),
    '</main>',
    footer(options),
  ]);

function header(fleet: Fleet): string {
  const worst = fleet.repositories[0]?.verdict;
  const dates = fleet.repositories.map(({ date }) => dayOf(date)).sort();
  const from = dates[0] === dates.at(-1) ? '' : `${dates[0] ?? ''} to `;
  const facts = [counted(fleet.repositories.length, 'repository', 'repositories'), verdictsText(fleet), `${from}${dates.at(-1) ?? ''}`];
  return `<header><h1>Is every cookie sent with Secure, in every repository?</h1><p>${worst === undefined ? '' : verdict(worst)} ${text(facts.join(' · '))}</p></header>`;
}

function missing({ missing: names }: Fleet): string {
  if (names.length === 0) return '';
  const items = names.map((name) => `<li><code>${text(name)}</code></li>`);
  return `<section aria-labelledby="missing"><h2 id="missing">Without a report</h2><p class="lead">They are in the list of repositories, and nothing is known of them.</p><ul>${items.join('')}</ul></section>`;
}

/** Columns whose cells are short and stay on one line. */
const PLAIN: ReadonlySet<string> = new Set(['Score', 'Commit', 'Date']);

type Column<Row> = readonly [title: string, of: (row: Row) => string];

const columns: readonly Column<FleetRepository>[] = [
  ['Verdict', ({ verdict: of }) => verdict(of)],
  ['Score', (repository) => scoreText(repository)],
  ['Errors', ({ errors }) => String(errors)],
  ['Warnings', ({ warnings }) => String(warnings)],
  ['Undecided', ({ undecided }) => String(undecided)],
  ['Apps', ({ apps: own }) => String(own.length)],
  ['Not read', ({ unread }) => String(unread)],
  ['Change', (repository) => trend(repository)],
  ['Commit', ({ commit }) => (commit === null ? '' : `<code>${text(commit.slice(0, 12))}</code>`)],
  ['Date', ({ date }) => `<time datetime="${text(date)}">${text(dayOf(date))}</time>`],
];

function trend(repository: FleetRepository): string {
  const { before } = repository;
  return before === null ? '' : `${text(trendText(repository))} <span class="meta">since ${text(dayOf(before.date))}</span>`;
}

function repositories({ repositories: all }: Fleet): string {
  const form = filters('Filter repositories', '#repositories-table tbody tr', [
    select(
      'Verdict',
      'verdict',
      all.map(({ verdict: of }) => of),
    ),
    select(
      'Problem',
      'problem',
      all.flatMap(({ kinds: own }) => Object.keys(own)),
    ),
  ]);
  // A column in which no repository says anything says nothing.
  const shown = columns.filter(([, of]) => all.some((repository) => !['', '0'].includes(of(repository))));
  const rows = all.map(
    (repository) =>
      `<tr data-verdict="${repository.verdict}" data-problem="${Object.keys(repository.kinds).map(text).join('&#10;')}"><th scope="row"><code>${text(repository.name)}</code></th>${cells(shown, repository)}</tr>`,
  );
  return section(
    'repositories',
    'Repositories',
    'Every repository with its latest report, the worst first',
    `Repository`,
    shown,
    rows,
    form,
  );
}

function kinds({ kinds: all }: Fleet): string {
  if (all.length === 0) return '';
  const shown: readonly Column<(typeof all)[number]>[] = [
    ['Findings', ({ findings }) => String(findings)],
    ['Repositories', ({ repositories: count }) => String(count)],
    ['What it is', ({ problem }) => prose(problems[problem].summary)],
  ];
  const rows = all.map((kind) => `<tr><th scope="row"><code>${kind.problem}</code></th>${cells(shown, kind)}</tr>`);
  return section('kinds', 'Kinds', 'Errors and warnings by what is wrong', 'Problem', shown, rows);
}

function apps({ repositories: all }: Fleet): string {
  const open = all.flatMap(({ name, apps: own }) => own.filter(({ verdict: of }) => of !== 'pass').map((app) => ({ name, app })));
  if (open.length === 0) return '';
  const shown: readonly Column<(typeof open)[number]>[] = [
    ['App', ({ app }) => `<code>${text(app.root)}</code>`],
    ['Verdict', ({ app }) => verdict(app.verdict)],
    ['Score', ({ app }) => scoreText(app)],
    ['Frameworks', ({ app }) => text(app.frameworks.join(', '))],
    ['Why', ({ app }) => text(reasonWords(app.reasons) ?? '')],
    ['Undecided', ({ app }) => String(app.undecided)],
  ];
  const rows = open.map((row) => `<tr><th scope="row"><code>${text(row.name)}</code></th>${cells(shown, row)}</tr>`);
  return section('apps', 'Apps', 'The apps that do not pass', 'Repository', shown, rows);
}

function cells<Row>(shown: readonly Column<Row>[], row: Row): string {
  return shown.map(([title, of]) => `<td data-label="${title}"${PLAIN.has(title) ? ' class="plain"' : ''}>${of(row)}</td>`).join('');
}

function section<Row>(
  id: string,
  title: string,
  caption: string,
  first: string,
  shown: readonly Column<Row>[],
  rows: readonly string[],
  form = '',
): string {
  const heads = [first, ...shown.map(([name]) => name)].map((name) => `<th scope="col">${name}</th>`);
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${form}<div class="scroll" tabindex="0" role="group" aria-labelledby="${id}"><table id="${id}-table" class="sortable"><caption>${caption}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div></section>`;
}
