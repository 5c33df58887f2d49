/** The examples of the rules in this folder: a file for each rule module. */
import type { Examples } from '../../example.js';
import cookie from './cookie.js';
import setCookie from './set-cookie.js';

export const examples: Examples = { ...cookie, ...setCookie };
