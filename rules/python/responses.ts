/** What the Python frameworks' responses are called, which modules tell the frameworks apart, and what has a `set_cookie` too but is no response. */

/** Conventional names of a response variable. */
export const responseNames: readonly string[] = [
  'response',
  'resp',
  'res',
  'rsp',
  'http_response',
  'r',
  'redirect_response',
  'redirect',
  'result',
  'ret',
  'rv',
  'self.response',
  'this.response',
  'request.response',
];

/** Surface python/set-cookie-look-alikes: cookie jars, HTTP clients, test clients and browser drivers. */
export const lookAlikes: readonly string[] = [
  '**.cookies',
  '**.jar',
  '**.cookie_jar',
  '**.cookiejar',
  '**.client',
  '**.test_client',
  '**.test_client()',
  '**.driver',
  '**.browser',
  '**.session',
  'http.cookiejar.**',
  'requests.**',
  'httpx.**',
  'django.test.**',
  'selenium.**',
  'playwright.**',
  'aiohttp.ClientSession()**',
  'urllib.**',
  'mechanize.**',
  'cookielib.**',
];

/** Modules that a file of each framework imports. */
const MODULES = {
  django: ['django', 'rest_framework', 'ninja', 'graphene_django', 'allauth', 'wagtail', 'oauth2_provider'],
  flask: ['flask', 'werkzeug', 'flask_restful', 'flask_login', 'flask_appbuilder', 'flask_smorest', 'quart', 'connexion', 'dash'],
  starlette: ['starlette', 'fastapi', 'fasthtml', 'responder'],
  litestar: ['litestar', 'starlite'],
  sanic: ['sanic'],
  aiohttp: ['aiohttp'],
  tornado: ['tornado', 'jupyter_server', 'notebook', 'jupyterhub'],
  webob: ['webob', 'pyramid', 'pylons', 'webapp2', 'turbogears', 'tg'],
  bottle: ['bottle'],
  falcon: ['falcon'],
  robyn: ['robyn'],
  blacksheep: ['blacksheep'],
  odoo: ['odoo', 'openerp'],
} as const;

type Family = keyof typeof MODULES;

export const modulesOf = (family: Family): readonly string[] => MODULES[family];

/** The modules of every other framework. */
export const modulesOfOthers = (family: Family): readonly string[] =>
  Object.entries(MODULES).flatMap(([name, modules]) => (name === family ? [] : modules));

/** https://falcon.readthedocs.io/en/stable/user/tutorial.html#creating-resources: Falcon tells its handlers by their names, and its cookies are Secure. */
export const responder = /^on_(?:get|post|put|patch|delete)/;
