/** Analytics scripts: cookies that a third party's library writes on the site's own domain. */
import { argument, defineRule, type CallBeside, type CookieSurface, type Place } from '../../src/matching/surface.js';

/** An init call with a configuration object. */
const init = (
  id: string,
  match: CookieSurface['match'],
  secure: Place | readonly Place[],
  defaultName: string,
  more: Partial<CookieSurface> = {},
): CookieSurface => ({
  id,
  kind: 'client',
  match,
  defaultName,
  session: false,
  attributes: { secure },
  default: 'off',
  confidence: 'medium',
  ...more,
});

/** https://developer.matomo.org/guides/tracking-javascript-guide: commands that set the tracker up come before the first page view. */
const secureFirst: Partial<CookieSurface> = { fix: { ahead: "{owner}.push(['setSecureCookie', true])" } };

/** Flags that the library appends to its cookies. */
const flags = (at: Place): Place => ({ at: 'text', text: at, attributesOnly: true });

/** https://developer.matomo.org/guides/tracking-javascript-guide#disabling-cookies */
const COOKIELESS = { call: ['_paq.push', 'window._paq.push'], source: /^\[\s*['"]disableCookies['"]/ } as const;
const SITE_IS_SET: CallBeside = { call: ['_paq.push', 'window._paq.push'], source: /setSiteId/ };
/** Where a command decides about Secure, it is judged. */
const DECIDED = { ...COOKIELESS, source: /^\[\s*['"](?:disableCookies|setSecureCookie)['"]/ } as const;

export default defineRule({
  id: 'analytics',
  title: 'Analytics scripts',
  languages: ['javascript'],
  docs: 'https://developers.google.com/tag-platform/security/guides/customize-cookies',
  triggers: [
    'gtag',
    "ga('create",
    'ga("create',
    'ga(`create',
    'ga( ',
    'ga(\n',
    'ga(\r',
    '_paq',
    'mixpanel',
    ['posthog', 'secure_cookie'],
    'amplitude',
    'AnalyticsBrowser',
    'analytics.load',
    'rudderanalytics',
    'newTracker',
    'snowplow',
    'heap.load',
    'datadog',
    'DD_RUM',
    'DD_LOGS',
    'Visitor.getInstance',
    'writeSecureCookies',
  ],
  surfaces: [
    // https://developers.google.com/tag-platform/security/guides/customize-cookies#cookie_flags
    init(
      'gtag/cookie-flags',
      { call: ['gtag', 'window.gtag'], argument: { 0: ['config'] }, source: { 1: /^(?!['"`]?(?:DC|GTM)-)./s, 2: /^(?!.*\bpage_path\b)/s } },
      flags(argument(2, 'cookie_flags')),
      '_ga',
    ),
    // https://developers.google.com/analytics/devguides/collection/gtagjs/single-page-applications: a page view of what was configured before.
    init(
      'gtag/cookie-flags',
      { call: ['gtag', 'window.gtag'], argument: { 0: ['config'] }, source: { 1: /^(?!['"`]?(?:DC|GTM)-)./s, 2: /\bpage_path\b/ } },
      flags(argument(2, 'cookie_flags')),
      '_ga',
      { registration: true },
    ),
    // https://developers.google.com/analytics/devguides/collection/analyticsjs/field-reference#cookieFlags
    init(
      'analytics-js/cookie-flags',
      { call: ['ga', 'window.ga'], argument: { 0: ['create'] } },
      [flags(argument(2, 'cookieFlags')), flags(argument(3, 'cookieFlags'))],
      '_ga',
    ),
    // https://developer.matomo.org/api-reference/tracking-javascript: a command queue; setSecureCookie is one of its commands.
    init(
      'matomo/set-secure-cookie',
      { call: ['_paq.push', 'window._paq.push'], source: { 0: /^\[\s*['"]setSecureCookie['"]/ }, unlessRun: COOKIELESS },
      argument(0, '1'),
      '_pk_id',
    ),
    // Every page view after the first is sent by the same tracker: what is set up with the site's number has the cookie.
    init(
      'matomo/set-secure-cookie',
      {
        call: ['_paq.push', 'window._paq.push'],
        source: { 0: /^\[\s*['"]trackPageView['"]/ },
        calls: [SITE_IS_SET],
        once: true,
        unlessRun: DECIDED,
      },
      argument(0, 'secure'),
      '_pk_id',
      secureFirst,
    ),
    init(
      'matomo/set-secure-cookie',
      {
        call: ['_paq.push', 'window._paq.push'],
        source: { 0: /^\[\s*['"]trackPageView['"]/ },
        once: true,
        unlessCalls: [SITE_IS_SET],
        unlessRun: COOKIELESS,
      },
      argument(0, 'secure'),
      '_pk_id',
      { registration: true, ...secureFirst },
    ),
    // https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript#cookies: localStorage keeps nothing in cookies.
    init(
      'mixpanel/secure-cookie',
      {
        call: ['mixpanel-browser.init', 'mixpanel.init'],
        source: { 1: /^(?!.*(?:persistence:\s*['"]localStorage['"]|disable_persistence:\s*true))/s },
      },
      argument(1, 'secure_cookie'),
      'mp_mixpanel',
    ),
    // https://posthog.com/docs/libraries/js/config: follows the page's scheme where nothing is written.
    init(
      'posthog/secure-cookie',
      { call: ['posthog-js.init', 'posthog.init', 'posthog-js.posthog.init'], source: { 1: /\bsecure_cookie\b/ } },
      argument(1, 'secure_cookie'),
      'ph_posthog',
      { default: 'request' },
    ),
    // https://amplitude.com/docs/sdks/analytics/browser/browser-sdk-2#cookie-management
    init(
      'amplitude/cookie-options',
      { call: ['@amplitude/analytics-browser.init', '@amplitude/unified.init', 'amplitude.init'], args: [1, 3] },
      [argument(1, 'cookieOptions', 'secure'), argument(2, 'cookieOptions', 'secure'), argument(2, 'cookieSecure')],
      'AMP',
      {
        unlessWord: {
          place: [argument(1, 'identityStorage'), argument(2, 'identityStorage')],
          words: ['localStorage', 'sessionStorage', 'none'],
        },
      },
    ),
    // https://amplitude.github.io/Amplitude-JavaScript/Options
    init(
      'amplitude-js/secure-cookie',
      { call: ['amplitude-js.getInstance().init', 'amplitude.getInstance().init'] },
      argument(2, 'secureCookie'),
      'amp',
    ),
    // https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/cookie-validity-update/
    init(
      'segment/cookie-secure',
      { call: ['@segment/analytics-next.AnalyticsBrowser.load', 'AnalyticsBrowser.load', 'analytics.load', 'window.analytics.load'] },
      argument(1, 'cookie', 'secure'),
      'ajs_anonymous_id',
    ),
    // https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-javascript-sdk/load-js-sdk/
    init(
      'rudderstack/secure-cookie',
      { call: ['rudderanalytics.load', 'rudder-sdk-js.load', '**.RudderAnalytics().load'] },
      argument(2, 'secureCookie'),
      'rl_anonymous_id',
    ),
    // https://docs.snowplow.io/docs/sources/web-trackers/tracker-setup/initialization-options/
    init(
      'snowplow/cookie-secure',
      { call: ['@snowplow/browser-tracker.newTracker', 'newTracker'] },
      argument(2, 'cookieSecure'),
      '_sp_id',
      { default: 'on' },
    ),
    init(
      'snowplow/cookie-secure',
      { call: ['snowplow', 'window.snowplow'], argument: { 0: ['newTracker'] } },
      argument(3, 'cookieSecure'),
      '_sp_id',
      { default: 'on' },
    ),
    // https://developers.heap.io/docs/web: documented as an option; the remote script's default cannot be read here.
    init('heap/secure-cookie', { call: ['heap.load', 'window.heap.load'] }, argument(1, 'secureCookie'), '_hp2_id', { confidence: 'low' }),
    // https://docs.datadoghq.com/real_user_monitoring/browser/setup/client/#initialization-parameters
    init(
      'datadog/use-secure-session-cookie',
      {
        call: [
          '@datadog/browser-rum.datadogRum.init',
          '@datadog/browser-rum-slim.datadogRum.init',
          '@datadog/browser-logs.datadogLogs.init',
          'datadogRum.init',
          'datadogLogs.init',
          'DD_RUM.init',
          'DD_LOGS.init',
          'window.DD_RUM.init',
          'window.DD_LOGS.init',
        ],
      },
      [
        argument(0, 'useSecureSessionCookie'),
        argument(0, 'usePartitionedCrossSiteSessionCookie'),
        argument(0, 'useCrossSiteSessionCookie'),
      ],
      '_dd_s',
    ),
    // https://experienceleague.adobe.com/en/docs/id-service/using/id-service-api/configurations/secure-cookie
    init(
      'adobe/visitor-secure-cookie',
      { call: ['Visitor.getInstance', 'window.Visitor.getInstance'] },
      argument(1, 'secureCookie'),
      'AMCV',
    ),
  ],
});
