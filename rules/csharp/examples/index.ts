/** The examples of the rules in this folder: a file for each rule module. */
import type { Examples } from '../../example.js';
import aspnet from './aspnet.js';
import aspnetConfig from './aspnet-config.js';
import aspnetcore from './aspnetcore.js';
import aspnetcoreMiddleware from './aspnetcore-middleware.js';
import nancy from './nancy.js';
import setCookie from './set-cookie.js';

export const examples: Examples = { ...aspnet, ...aspnetConfig, ...aspnetcore, ...aspnetcoreMiddleware, ...nancy, ...setCookie };
