/** `--shard`: which part of the apps a run reports on, as it is written or as the CI service says it. */
import { createHash } from 'node:crypto';
import type { ScanOptions } from '../engine/scan.js';
import type { Shard } from '../engine/shards.js';
import type { ShardFacts } from '../report/format.js';
import { valueOf, type Parsed } from './arguments.js';
import type { Surroundings } from './surroundings.js';
import { UserError } from './user-error.js';

/** More parts than any service starts. */
const MOST_SHARDS = 10_000;

interface Service {
  readonly name: string;
  readonly index: string;
  readonly total: string;
  /** The number of the first job. */
  readonly first: 0 | 1;
}

/** Where services put the numbers of a job. */
const services: readonly Service[] = [
  // Ours, for what has no variables of its own. GitHub: https://docs.github.com/actions/reference/contexts-reference#strategy-context
  { name: 'COOKIE_LINT_SHARD_INDEX', index: 'COOKIE_LINT_SHARD_INDEX', total: 'COOKIE_LINT_SHARD_TOTAL', first: 0 },
  // https://docs.gitlab.com/ci/variables/predefined_variables/
  { name: 'GitLab', index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: 1 },
  // https://circleci.com/docs/reference/variables/
  { name: 'CircleCI', index: 'CIRCLE_NODE_INDEX', total: 'CIRCLE_NODE_TOTAL', first: 0 },
  // https://buildkite.com/docs/pipelines/configure/environment-variables
  { name: 'Buildkite', index: 'BUILDKITE_PARALLEL_JOB', total: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0 },
  // https://kubernetes.io/docs/tasks/job/indexed-parallel-processing-static/ (the number of pods is not among a pod's variables)
  { name: 'Kubernetes', index: 'JOB_COMPLETION_INDEX', total: 'COOKIE_LINT_SHARD_TOTAL', first: 0 },
];

/** Undefined where none is asked for. */
export function shardOf(parsed: Parsed, { env }: Pick<Surroundings, 'env'>): Shard | undefined {
  const asked = valueOf(parsed, 'shard');
  if (asked === undefined) return undefined;
  const other = ['fix', 'fix-dry-run', 'stdin', 'update-baseline', 'watch'].find((flag) => parsed.flags.has(flag));
  if (other !== undefined) throw new UserError(`--shard and --${other} do not go together`);
  const [, written, stated] = /^(auto|\d+)(?:\/(\d+))?$/.exec(asked) ?? [];
  if (written === 'auto') return ofService(env, stated);
  if (written === undefined || stated === undefined)
    throw new UserError(`--shard: ${asked} is no part; write 2/4 for the second of four, or auto where a CI service says it`);
  return checked(Number(written), Number(stated), asked);
}

function ofService(env: Surroundings['env'], stated: string | undefined): Shard {
  const valueIn = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const service = services.find(({ index }) => valueIn(index) !== undefined);
  if (service === undefined) {
    // A job that is not divided: GitLab gives it a total and no index.
    if (stated === undefined && env['CI_NODE_TOTAL'] === '1') return { index: 1, total: 1 };
    throw new UserError(`--shard auto: none of ${services.map(({ index }) => index).join(', ')} is set; write --shard 2/4`);
  }
  const { name, index, first } = service;
  const total = stated ?? valueIn(service.total);
  if (total === undefined)
    throw new UserError(`--shard auto: ${index} is set, but not of how many parts; write --shard auto/4 or set ${service.total}`);
  const said = `${index}=${valueIn(index) ?? ''} of ${total} (${name})`;
  if (![valueIn(index) ?? '', total].every((one) => /^\d+$/.test(one))) throw new UserError(`--shard auto: ${said} are no numbers`);
  return checked(Number(valueIn(index)) + 1 - first, Number(total), said);
}

function checked(index: number, total: number, said: string): Shard {
  if (total < 1 || total > MOST_SHARDS) throw new UserError(`--shard ${said}: there can be from 1 to ${MOST_SHARDS} parts`);
  if (index < 1 || index > total) throw new UserError(`--shard ${said}: there is no part ${index} of ${total}`);
  return { index, total };
}

/** What the report of a shard says of its run. `narrowing`: what else was left out of it, beside what the scan was asked for. */
export function shardFacts(shard: Shard, { config, paths, files, pedantic, fixStyle }: ScanOptions, narrowing: unknown): ShardFacts {
  // Where the configuration lies differs from machine to machine.
  const { file: _file, ...said } = config;
  const configuration = createHash('sha256')
    .update(JSON.stringify([said, paths, files, pedantic, fixStyle, narrowing]))
    .digest('hex')
    .slice(0, 16);
  return { ...shard, configuration };
}
