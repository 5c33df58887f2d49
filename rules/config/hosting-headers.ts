/** Set-Cookie headers in the configuration files of static hosting: Vercel, Netlify, Cloudflare Pages, Firebase, Azure Static Web Apps, serve. */
import { argument, defineRule, header, value, type CookieSurface, type Match, type Place } from '../../src/matching/surface.js';

const raw = (id: string, match: Match | readonly Match[], text: Place): CookieSurface => ({
  id,
  kind: 'header',
  match,
  attributes: header(text),
  default: 'off',
});

export default defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['json', 'toml', 'headers'],
  infrastructure: true,
  docs: 'https://vercel.com/docs/project-configuration#headers',
  triggers: ['et-Cookie', 'et-cookie', 'ET-COOKIE'],
  surfaces: [
    // https://vercel.com/docs/project-configuration#headers: `headers[].headers[].{key, value}`, and `routes[].headers`.
    raw('vercel/json-headers', { entry: 'value', beside: { key: ['set-cookie'] }, file: /(?:^|\/)(?:vercel|now)\.json$/ }, value()),
    raw('header-file/vercel-json', { entry: 'headers.set-cookie', file: /(?:^|\/)(?:vercel|now)\.json$/ }, value()),
    // https://firebase.google.com/docs/hosting/full-config#headers
    raw('header-file/firebase-json', { entry: 'value', beside: { key: ['set-cookie'] }, file: /(?:^|\/)firebase\.json$/ }, value()),
    // https://github.com/vercel/serve-handler#headers-array
    raw('firebase/hosting-headers', { entry: 'value', beside: { key: ['set-cookie'] }, file: /(?:^|\/)serve\.json$/ }, value()),
    // https://learn.microsoft.com/azure/static-web-apps/configuration#global-headers
    raw(
      'header-file/staticwebapp-config',
      { entry: ['headers.set-cookie', 'globalHeaders.set-cookie'], file: /(?:^|\/)staticwebapp\.config\.json$/ },
      value(),
    ),
    // https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/
    raw('netlify/headers-file', { call: 'header', argument: { 0: ['set-cookie'] }, languages: ['headers'] }, argument(1)),
    raw('header-file/netlify-headers', { entry: 'values.set-cookie', file: /(?:^|\/)netlify\.toml$/ }, value()),
  ],
});
