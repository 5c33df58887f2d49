/** The examples of all rules. Apart from the catalogue: only who explains a rule loads them. */
import { examples as browser } from './browser/examples/index.js';
import { examples as config } from './config/examples/index.js';
import { examples as csharp } from './csharp/examples/index.js';
import type { Examples } from './example.js';
import { examples as go } from './go/examples/index.js';
import { examples as java } from './java/examples/index.js';
import { examples as javascript } from './javascript/examples/index.js';
import { examples as php } from './php/examples/index.js';
import { examples as python } from './python/examples/index.js';
import { examples as ruby } from './ruby/examples/index.js';
import { examples as rust } from './rust/examples/index.js';

/** By the folder of the rules. */
export const examplesOf: Readonly<Record<string, Examples>> = { browser, config, csharp, go, java, javascript, php, python, ruby, rust };

export const surfaceExamples: Examples = Object.assign({}, ...Object.values(examplesOf)) as Examples;
