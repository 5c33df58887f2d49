#!/usr/bin/env node
/** The executable of a checkout. The package's is `launch.ts`, which starts faster. */
import { main } from './program.js';

await main();
