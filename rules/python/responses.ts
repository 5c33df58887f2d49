/** What the Python frameworks' responses are called, and what has a `set_cookie` too but is none. */

/** Conventional names of a response variable. */
export const responseNames: readonly string[] = ['response', 'resp', 'res', 'rsp', 'http_response', 'r', 'redirect_response', 'redirect', 'result', 'ret', 'self.response', 'this.response'];

/** Cookie jars, HTTP clients, test clients and browser drivers (surface python/set-cookie-look-alikes). */
export const lookAlikes: readonly string[] = [
  '**.cookies',
  '**.jar',
  '**.cookie_jar',
  '**.cookiejar',
  '**.client',
  'client',
  '**.test_client',
  '**.test_client()',
  '**.driver',
  'driver',
  '**.browser',
  'browser',
  '**.session',
  'session',
  'jar',
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
