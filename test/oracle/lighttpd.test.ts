/** lighttpd runs each configuration; the cookies that arrive are what we say of the same files. */
import { describe, expect, it } from 'vitest';
import { compared, installed } from './server-oracle.js';

const lighttpd = installed('lighttpd');

const CASES: Readonly<Record<string, string>> = {
  'no directive': '',
  'a header': 'setenv.add-response-header = ( "Set-Cookie" => "ab=1; Path=/" )',
  'a Secure header': 'setenv.add-response-header = ( "Set-Cookie" => "ab=1; Path=/; secure" )',
  'a header in a condition': '$HTTP["host"] =~ "." {\n  setenv.add-response-header = ( "set-cookie" => "ab=1; Path=/" )\n}',
};

describe('lighttpd', () => {
  it.skipIf(lighttpd === undefined).each(Object.entries(CASES))(
    lighttpd === undefined ? '%s (skipped: lighttpd is not installed)' : '%s',
    async (_, directives) => {
      const { real, ours } = await compared({
        file: 'lighttpd.conf',
        config: (port, app, folder) => `server.modules = ( "mod_setenv", "mod_proxy" )
server.document-root = "${folder}"
server.bind = "127.0.0.1"
server.port = ${port}
server.upload-dirs = ( "${folder}" )
proxy.server = ( "" => ( ( "host" => "127.0.0.1", "port" => ${app} ) ) )
${directives}
`,
        start: (file) => [lighttpd!, '-D', '-f', file],
      });
      expect(ours).toEqual(real);
    },
  );
});
