/** Examples of the surfaces in ../cgi.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'ruby/cgi-webrick-cookie': {
    bad: code`
      require "cgi"

      cookie = CGI::Cookie.new("name" => "sid", "value" => [sid], "httponly" => true)
    `,
    good: code`
      require "cgi"

      cookie = CGI::Cookie.new("name" => "sid", "value" => [sid], "httponly" => true, "secure" => true)
    `,
  },
} satisfies Examples;
