// Long run of the generated programs against the real libraries: npm run oracle [-- RUNS [SEED]]; ORACLE_SHOW=1 prints what is wrong, =all what is undecided too.
import { spawnSync } from 'node:child_process';

const [runs = '1000', seed] = process.argv.slice(2);
const env = { ...process.env, ORACLE_RUNS: runs, ...(seed === undefined ? {} : { ORACLE_SEED: seed }) };
process.exit(spawnSync('npx', ['vitest', 'run', 'test/oracle/generated', '--testTimeout=3600000'], { stdio: 'inherit', env }).status ?? 1);
