/** The examples of the rules in this folder: a file for each rule module. */
import type { Examples } from '../../example.js';
import cookie from './cookie.js';
import sessions from './sessions.js';
import setCookie from './set-cookie.js';

export const examples: Examples = { ...cookie, ...sessions, ...setCookie };
