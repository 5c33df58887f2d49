/** Examples of the surfaces in ../analytics.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'gtag/cookie-flags': {
    bad: "gtag('config', 'G-12345', { send_page_view: false });",
    good: "gtag('config', 'G-12345', { send_page_view: false, cookie_flags: 'samesite=lax;secure' });",
  },
  'analytics-js/cookie-flags': {
    bad: "ga('create', 'UA-1-1', 'auto');",
    good: "ga('create', 'UA-1-1', 'auto', { cookieFlags: 'samesite=lax;secure' });",
  },
  'matomo/set-secure-cookie': {
    bad: code`
      var _paq = window._paq = window._paq || [];
      _paq.push(['trackPageView']);
    `,
    good: code`
      var _paq = window._paq = window._paq || [];
      _paq.push(['setSecureCookie', true]);
      _paq.push(['trackPageView']);
    `,
  },
  'mixpanel/secure-cookie': {
    bad: "mixpanel.init('TOKEN', { debug: false });",
    good: "mixpanel.init('TOKEN', { debug: false, secure_cookie: true });",
  },
  'posthog/secure-cookie': {
    bad: "posthog.init('phc_x', { secure_cookie: false });",
    good: "posthog.init('phc_x', { secure_cookie: true });",
  },
  'amplitude/cookie-options': {
    bad: "amplitude.init('KEY', { defaultTracking: false });",
    good: "amplitude.init('KEY', { defaultTracking: false, cookieOptions: { secure: true } });",
  },
  'amplitude-js/secure-cookie': {
    bad: "amplitude.getInstance().init('KEY', null, { includeUtm: true });",
    good: "amplitude.getInstance().init('KEY', null, { includeUtm: true, secureCookie: true });",
  },
  'segment/cookie-secure': {
    bad: "AnalyticsBrowser.load({ writeKey: 'k' });",
    good: "AnalyticsBrowser.load({ writeKey: 'k' }, { cookie: { secure: true } });",
  },
  'rudderstack/secure-cookie': {
    bad: "rudderanalytics.load('key', 'https://dp.example.test');",
    good: "rudderanalytics.load('key', 'https://dp.example.test', { secureCookie: true });",
  },
  'snowplow/cookie-secure': {
    bad: "newTracker('sp', 'c.example.test', { cookieSecure: false });",
    good: "newTracker('sp', 'c.example.test', { cookieSecure: true });",
  },
  'heap/secure-cookie': { bad: "heap.load('123');", good: "heap.load('123', { secureCookie: true });" },
  'datadog/use-secure-session-cookie': {
    bad: "datadogRum.init({ applicationId: 'a', clientToken: 'c', site: 'datadoghq.com' });",
    good: "datadogRum.init({ applicationId: 'a', clientToken: 'c', site: 'datadoghq.com', useSecureSessionCookie: true });",
  },
  'adobe/visitor-secure-cookie': {
    bad: "var visitor = Visitor.getInstance('ORG@AdobeOrg', {});",
    good: "var visitor = Visitor.getInstance('ORG@AdobeOrg', { secureCookie: true });",
  },
} satisfies Examples;
