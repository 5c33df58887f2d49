/** Reports of three repositories, one of them twice, as `fleet` reads them. */
import type { FleetReport } from '../../src/report/fleet/fleet.js';

type Finding = FleetReport['findings'][number];

const finding = (fingerprint: string, over: Partial<Finding> = {}): Finding => ({
  problem: 'missing',
  severity: 'error',
  app: 'api',
  fingerprint,
  ...over,
});

export function fleetReport(name: string, date: string, over: Partial<FleetReport> = {}): FleetReport {
  return {
    run: { repository: name, remote: `https://git.example/acme/${name}`, commit: '0123456789abcdef0123', date: `${date}T10:00:00.000Z` },
    summary: { verdict: 'pass', score: 1, bestScore: 1, cookies: 3, undecided: 0, apps: [] },
    findings: [],
    skipped: [],
    ...over,
  };
}

const app = { root: 'api', frameworks: ['Express'], bestScore: 0, reasons: ['COOKIE_SECURE_SESSION_MISSING'], undecided: 0 } as const;
const failing = {
  verdict: 'fail',
  score: 0,
  bestScore: 0,
  cookies: 4,
  undecided: 1,
  apps: [{ ...app, verdict: 'fail', score: 0 }],
} as const;

export const fleetReports: readonly FleetReport[] = [
  fleetReport('blog', '2026-03-01'),
  fleetReport('shop', '2026-03-01', {
    summary: failing,
    findings: [finding('a'), finding('b', { severity: 'warning', problem: 'disabled' }), finding('n', { severity: 'note' })],
    skipped: [{ path: 'x', why: 'y' }],
  }),
  fleetReport('shop', '2026-01-01', {
    summary: { ...failing, verdict: 'warn', score: 0.5 },
    findings: [finding('b', { severity: 'warning', problem: 'disabled' }), finding('c')],
  }),
  fleetReport('forum', '2026-02-01', { summary: { ...failing, verdict: 'undecided', score: 0, bestScore: 1, apps: [] } }),
];

/** A name that tries to break out of every format. */
export const evil = '=cmd|\'/C calc\'!A0,"><script>document.title="owned"</script>\u001B[31m\u202E\n::error::x';

export const hostileReport = fleetReport('x', '2026-01-01', {
  run: { repository: evil, folder: evil, commit: evil, date: '2026-01-01T00:00:00.000Z' },
  summary: { ...failing, apps: [{ ...failing.apps[0], root: evil, frameworks: [evil] }] },
  findings: [finding(evil, { app: evil })],
});
