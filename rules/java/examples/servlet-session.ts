/** Examples of the surfaces in ../servlet-session.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'servlet/container-session': {
    file: 'src/main/webapp/WEB-INF/web.xml',
    packages: ['javax.servlet-api'],
    beside: { 'src/main/webapp/login.jsp': '<% session.setAttribute("user", user); %>' },
    bad: '<web-app version="4.0"></web-app>',
    good: code`
      <web-app version="4.0">
        <session-config><cookie-config><secure>true</secure></cookie-config></session-config>
      </web-app>
    `,
  },
} satisfies Examples;
