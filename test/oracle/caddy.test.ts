/** Caddy runs each configuration; the cookies that arrive are what we say of the same files. */
import { describe, expect, it } from 'vitest';
import { compared, installed } from './server-oracle.js';

const caddy = installed('caddy');
const proxy =
  (inside: string) =>
  (app: number): string =>
    `reverse_proxy 127.0.0.1:${app} {\n\t\t${inside}\n\t}`;

const CASES: Readonly<Record<string, (app: number) => string>> = {
  'no directive': (app) => `reverse_proxy 127.0.0.1:${app}`,
  'a header': (app) => `header +Set-Cookie "ab=1; Path=/"\n\treverse_proxy 127.0.0.1:${app}`,
  'a Secure header': (app) => `header +Set-Cookie "ab=1; Path=/; Secure"\n\treverse_proxy 127.0.0.1:${app}`,
  'a rewrite of the upstream header': proxy('header_down Set-Cookie (.*) "$1; Secure"'),
  'a rewrite without Secure': proxy('header_down Set-Cookie (.*) "$1; HttpOnly"'),
  'a header of the upstream': proxy('header_down +Set-Cookie "down=1; Path=/"'),
  'a deferred rewrite': (app) => `header {\n\t\tSet-Cookie (.*) "$1; Secure"\n\t\tdefer\n\t}\n\treverse_proxy 127.0.0.1:${app}`,
  'a rewrite that comes too early': (app) => `header Set-Cookie (.*) "$1; Secure"\n\treverse_proxy 127.0.0.1:${app}`,
  'a cookie of the load balancer': proxy('lb_policy cookie lb secret'),
  'a cookie of the load balancer beside a rewrite of the upstream header': proxy(
    'lb_policy cookie lb secret\n\t\theader_down Set-Cookie (.*) "$1; Secure"',
  ),
  'a cookie of the load balancer under a deferred rewrite': (app) =>
    `header {\n\t\tSet-Cookie (.*) "$1; Secure"\n\t\tdefer\n\t}\n\t${proxy('lb_policy cookie lb secret')(app)}`,
};

describe('Caddy', () => {
  it.skipIf(caddy === undefined).each(Object.entries(CASES))(
    caddy === undefined ? '%s (skipped: caddy is not installed)' : '%s',
    async (_, site) => {
      const { real, ours } = await compared({
        file: 'Caddyfile',
        config: (port, app, folder) => `{
	admin off
	auto_https off
	storage file_system ${folder}
}
http://127.0.0.1:${port} {
	${site(app)}
}
`,
        start: (file) => [caddy!, 'run', '--adapter', 'caddyfile', '--config', file],
      });
      expect(ours).toEqual(real);
    },
  );
});
