/** Examples of the surfaces in ../web-xml.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'servlet/web-xml-cookie-config': {
    file: 'src/main/webapp/WEB-INF/web.xml',
    bad: code`
      <web-app>
        <session-config>
          <cookie-config><http-only>true</http-only></cookie-config>
        </session-config>
      </web-app>
    `,
    good: code`
      <web-app>
        <session-config>
          <cookie-config><http-only>true</http-only><secure>true</secure></cookie-config>
        </session-config>
      </web-app>
    `,
  },
} satisfies Examples;
