/** Examples of the surfaces in ../spring-xml.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'spring-security/remember-me-xml': { bad: '<remember-me key="k"/>', good: '<remember-me key="k" use-secure-cookie="true"/>' },
  'spring-boot/war-deployment-spring-session': {
    file: 'src/main/webapp/WEB-INF/web.xml',
    packages: ['spring-session-core', 'spring-security-config'],
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
