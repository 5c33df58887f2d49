/** The C# rules, in the order in which they name a site that fits several. */
import type { Rule } from '../../src/matching/surface.js';
import aspnet, { appsettings, others, owin } from './aspnet.js';
import aspnetConfig from './aspnet-config.js';
import aspnetcore from './aspnetcore.js';
import aspnetcoreMiddleware from './aspnetcore-middleware.js';
import nancy from './nancy.js';
import setCookie from './set-cookie.js';

export const csharpRules: readonly Rule[] = [
  aspnetcore,
  aspnetcoreMiddleware,
  owin,
  aspnet,
  aspnetConfig,
  others,
  appsettings,
  nancy,
  setCookie,
];
