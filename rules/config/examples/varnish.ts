/** Examples of the surfaces in ../varnish.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'varnish/vcl-set-cookie': {
    file: 'default.vcl',
    bad: code`
      sub vcl_deliver {
          set resp.http.Set-Cookie = "lang=en; Path=/";
      }
    `,
    good: code`
      sub vcl_deliver {
          set resp.http.Set-Cookie = "lang=en; Path=/; Secure";
      }
    `,
  },
  'iis/outbound-rewrite-set-cookie': {
    file: 'web.config',
    beside: {
      'default.php': code`
        <?php
        setcookie('sid', $id);
      `,
    },
    bad: code`
      <configuration>
        <system.webServer>
          <rewrite>
            <outboundRules>
              <rule name="Cookies">
                <match serverVariable="RESPONSE_Set_Cookie" pattern=".*" />
                <action type="Rewrite" value="{R:0}; HttpOnly" />
              </rule>
            </outboundRules>
          </rewrite>
        </system.webServer>
      </configuration>
    `,
    good: code`
      <configuration>
        <system.webServer>
          <rewrite>
            <outboundRules>
              <rule name="Cookies">
                <match serverVariable="RESPONSE_Set_Cookie" pattern=".*" />
                <action type="Rewrite" value="{R:0}; HttpOnly; Secure" />
              </rule>
            </outboundRules>
          </rewrite>
        </system.webServer>
      </configuration>
    `,
  },
  'iis/custom-headers-set-cookie': {
    file: 'web.config',
    bad: code`
      <configuration>
        <system.webServer>
          <httpProtocol>
            <customHeaders>
              <add name="Set-Cookie" value="region=eu; path=/" />
            </customHeaders>
          </httpProtocol>
        </system.webServer>
      </configuration>
    `,
    good: code`
      <configuration>
        <system.webServer>
          <httpProtocol>
            <customHeaders>
              <add name="Set-Cookie" value="region=eu; path=/; Secure" />
            </customHeaders>
          </httpProtocol>
        </system.webServer>
      </configuration>
    `,
  },
  'lighttpd/usertrack': {
    file: 'lighttpd.conf',
    bad: code`
      server.modules += ( "mod_usertrack" )
      usertrack.cookie-name = "visitor"
    `,
    good: code`
      server.modules += ( "mod_usertrack" )
      usertrack.cookie-name = "visitor"
      usertrack.cookie-attrs = "; Path=/; Secure"
    `,
  },
  'lighttpd/add-response-header': {
    file: 'lighttpd.conf',
    bad: 'setenv.add-response-header = ( "Set-Cookie" => "ab=1; Path=/" )',
    good: 'setenv.add-response-header = ( "Set-Cookie" => "ab=1; Path=/; Secure" )',
  },
} satisfies Examples;
