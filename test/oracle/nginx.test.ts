/** nginx runs each configuration; the cookies that arrive are what we say of the same files. */
import { describe, expect, it } from 'vitest';
import { compared, installed } from './server-oracle.js';

const nginx = installed('nginx');
const location =
  (directives: string) =>
  (app: number): string =>
    `location / { proxy_pass http://127.0.0.1:${app}; ${directives} }`;

const CASES: Readonly<Record<string, (app: number) => string>> = {
  'no directive': location(''),
  'proxy_cookie_flags for every cookie': location('proxy_cookie_flags ~ secure;'),
  'other flags': location('proxy_cookie_flags ~ httponly samesite=lax;'),
  'the first that fits counts': location('proxy_cookie_flags sid httponly; proxy_cookie_flags deep httponly; proxy_cookie_flags ~ secure;'),
  'the path of every cookie': location('proxy_cookie_path ~(.*) "$1; HttpOnly; Secure";'),
  'the path of root cookies': location('proxy_cookie_path / "/; Secure";'),
  'set for the server': (app) => `proxy_cookie_flags ~ secure httponly; ${location('')(app)}`,
  'replaced in the location': (app) => `proxy_cookie_flags ~ secure; ${location('proxy_cookie_flags ~ httponly;')(app)}`,
  'a header': location('add_header Set-Cookie "lang=en; Path=/";'),
  'a Secure header': location("add_header set-cookie 'lang=en; Path=/; secure' always;"),
  'a header beside a switch': location('proxy_cookie_flags ~ secure; add_header Set-Cookie "lang=en; Path=/";'),
  'a header with a variable': location('add_header Set-Cookie "lb=$upstream_addr; Path=/; Secure";'),
  userid: location('userid on;'),
  'userid with flags': location('userid v1; userid_name visitor; userid_flags httponly secure;'),
  'userid with flags of the server': (app) => `userid_flags secure; ${location('userid on;')(app)}`,
};

describe('nginx', () => {
  it.skipIf(nginx === undefined).each(Object.entries(CASES))(
    nginx === undefined ? '%s (skipped: nginx is not installed)' : '%s',
    async (_, server) => {
      const { real, ours } = await compared({
        file: 'nginx.conf',
        config: (port, app, folder) => `pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
    access_log off;
    client_body_temp_path ${folder}/body;
    proxy_temp_path ${folder}/proxy;
    fastcgi_temp_path ${folder}/fastcgi;
    uwsgi_temp_path ${folder}/uwsgi;
    scgi_temp_path ${folder}/scgi;
    server {
        listen 127.0.0.1:${port};
        ${server(app)}
    }
}
`,
        start: (file, folder) => [nginx!, '-p', folder, '-c', file, '-g', 'daemon off;'],
      });
      expect(ours).toEqual(real);
    },
  );
});
