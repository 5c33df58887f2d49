/** Examples of the surfaces in ../toolkit-cookies.ts. */
import type { Examples } from '../../example.js';

const call = (line: string, setter: string, options = '{ secure: true }'): { bad: string; good: string } => ({
  bad: `${line}\n${setter});\n`,
  good: `${line}\n${setter}, ${options});\n`,
});
const useCookie = (options: string): string =>
  `import { useCookie } from '@reactuses/core';\nconst [theme, setTheme] = useCookie('theme', ${options});\nsetTheme('dark');\n`;
const service = (options: string): string => `import { CookieService } from 'ngx-cookie';
class Settings {
  constructor(private cookies: CookieService) {}
  save(): void {
    this.cookies.put('theme', 'dark'${options});
  }
}
`;

export default {
  'quasar/cookies-set': call("import { Cookies } from 'quasar';", "Cookies.set('theme', 'dark'"),
  'ember-cookies/write': call("import { service } from '@ember/service';", "this.cookies.write('theme', 'dark'"),
  'reactuse/use-cookie': { bad: useCookie('{}'), good: useCookie('{ secure: true }') },
  'analytics-cookie-utils/set-cookie': call(
    "import { setCookie } from '@analytics/cookie-utils';",
    "setCookie('theme', 'dark', 3600",
    "'/', '', true",
  ),
  'dojo/cookie': call('', "dojo.cookie('theme', 'dark'"),
  'extjs/cookies-set': call('', "Ext.util.Cookies.set('theme', 'dark'", "null, '/', null, true"),
  'mootools/cookie-write': call('', "Cookie.write('theme', 'dark'"),
  'yui/cookie-set': call('', "YAHOO.util.Cookie.set('theme', 'dark'"),
  'closure/cookies-set': call('', "goog.net.Cookies.getInstance().set('theme', 'dark'"),
  'ngx-cookie/put': { bad: service(''), good: service(', { secure: true }') },
} satisfies Examples;
