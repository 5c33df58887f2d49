/** Apache httpd runs each configuration; the cookies that arrive are what we say of the same files. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compared, installed } from './server-oracle.js';

const apache = installed('apache2');
const MODULES = '/usr/lib/apache2/modules';
const WANTED = ['mpm_event', 'authz_core', 'headers', 'proxy', 'proxy_http', 'rewrite', 'session', 'session_cookie', 'usertrack'];
const loads =
  apache === undefined
    ? ''
    : WANTED.filter((name) => readdirSync(MODULES).includes(`mod_${name}.so`))
        .map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`)
        .join('\n');

const CASES: Readonly<Record<string, string>> = {
  'no directive': '',
  'an edit of every cookie': 'Header edit Set-Cookie ^(.*)$ $1;HttpOnly;Secure',
  'an edit with a look-ahead': 'Header edit Set-Cookie "(?i)^((?:(?!;\\s*secure).)+)$" "$1; Secure"',
  'an edit of both tables': 'Header edit Set-Cookie ^(.*)$ "$1; Secure"\n  Header always edit Set-Cookie ^(.*)$ "$1; Secure"',
  'an edit of the other table': 'Header always edit Set-Cookie ^(.*)$ $1;Secure',
  'an edit without Secure': 'Header edit Set-Cookie ^(.*)$ $1;HttpOnly',
  'an edit over HTTPS only': 'Header edit Set-Cookie (.*) "$1; Secure" env=HTTPS',
  'an edit under an expression': `Header edit Set-Cookie (.*) "$1; Secure" "expr=%{HTTPS} == 'on'"`,
  'an edit in a condition': `<If "%{HTTPS} == 'on'">\n    Header edit Set-Cookie (.*) "$1; Secure"\n  </If>`,
  'an edit inside IfModule': '<IfModule mod_headers.c>\n    Header edit Set-Cookie ^(.*)$ $1;Secure\n  </IfModule>',
  'a header': 'Header add Set-Cookie "lang=en; Path=/"',
  'a Secure header': 'Header always add Set-Cookie "lang=%{UNIQUE_ID}e; Path=/; secure"',
  'a tracking cookie': 'CookieTracking on',
  'a Secure tracking cookie': 'CookieTracking on\n  CookieName visitor\n  CookieSecure On',
  'a tracking cookie that is not': 'CookieTracking on\n  CookieSecure off',
  'a rewrite flag': 'RewriteEngine on\n  RewriteRule ^ - [CO=promo:1:.example.com:1440:/]',
  'a Secure rewrite flag': 'RewriteEngine on\n  RewriteRule ^ - [CO=promo:1:.example.com:1440:/:TRUE]',
  'a rewrite flag with semicolons': 'RewriteEngine on\n  RewriteRule ^ - [cookie=;promo;1:2;.example.com;1440;/;secure;1]',
  'a rewrite flag of another word': 'RewriteEngine on\n  RewriteRule ^ - [CO=promo:1:.example.com:1440:/:yes]',
  'a session': 'Session On\n  SessionHeader X-Replace-Session\n  SessionCookieName session path=/;httponly',
  'a Secure session': 'Session On\n  SessionHeader X-Replace-Session\n  SessionCookieName session path=/;httponly;secure',
};

describe('Apache httpd', () => {
  it.skipIf(apache === undefined).each(Object.entries(CASES))(
    apache === undefined ? '%s (skipped: apache2 is not installed)' : '%s',
    async (_, directives) => {
      const { real, ours } = await compared({
        file: 'httpd.conf',
        config: (port, app, folder) => `${loads}
ServerName localhost
PidFile ${folder}/httpd.pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/error.log
Listen 127.0.0.1:${port}
<VirtualHost *:${port}>
  ProxyPass / http://127.0.0.1:${app}/
  ${directives}
</VirtualHost>
`,
        start: (file, folder) => [apache!, '-X', '-d', folder, '-f', file],
        headers: { 'X-Replace-Session': 'a=b' },
      });
      expect(ours).toEqual(real);
    },
  );
});
