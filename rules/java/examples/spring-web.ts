/** Examples of the surfaces in ../spring-web.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'spring-web/response-cookie': {
    bad: 'ResponseCookie c = ResponseCookie.from("refresh_token", token).httpOnly(true).path("/").build();',
    good: 'ResponseCookie c = ResponseCookie.from("refresh_token", token).httpOnly(true).path("/").secure(true).build();',
  },
  'spring-web/cookie-generator': {
    bad: code`
      CookieGenerator g = new CookieGenerator();
      g.setCookieName("promo");
      g.addCookie(response, "x");
    `,
    good: code`
      CookieGenerator g = new CookieGenerator();
      g.setCookieName("promo");
      g.setCookieSecure(true);
      g.addCookie(response, "x");
    `,
  },
  'spring-web/cookie-locale-resolver': {
    bad: code`
      CookieLocaleResolver r = new CookieLocaleResolver();
      r.setDefaultLocale(Locale.ENGLISH);
    `,
    good: code`
      CookieLocaleResolver r = new CookieLocaleResolver();
      r.setDefaultLocale(Locale.ENGLISH);
      r.setCookieSecure(true);
    `,
  },
  'spring-web/cookie-theme-resolver': {
    bad: 'CookieThemeResolver r = new CookieThemeResolver();',
    good: code`
      CookieThemeResolver r = new CookieThemeResolver();
      r.setCookieSecure(true);
    `,
  },
  'spring-boot/forward-headers-strategy': {
    file: 'src/main/resources/application.properties',
    packages: ['spring-boot-starter-web'],
    beside: {
      'src/main/java/Web.java': code`
        class Web implements ServletContextInitializer {
          public void onStartup(ServletContext context) {
            context.getSessionCookieConfig().setHttpOnly(true);
          }
        }
      `,
    },
    bad: 'server.port=8080',
    good: code`
      server.port=8080
      server.forward-headers-strategy=native
    `,
  },
} satisfies Examples;
