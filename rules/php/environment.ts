/** How PHP and its frameworks read the environment, the operator's configuration and the request's scheme. */
import type { EnvironmentIdiom, FunctionIdiom, LanguageIdioms, RequestIdiom } from '../../src/values/idioms.js';

/** Functions that give a part of a text, its other spelling, or the list of its parts. */
const PIECES = [
  ...['preg_split', 'str_split', 'strtok', 'strstr', 'stristr', 'strrchr', 'substr_replace', 'str_ireplace'],
  ...['preg_replace', 'ltrim', 'rtrim', 'chop', 'ucfirst', 'lcfirst', 'ucwords', 'mb_strtolower', 'mb_strtoupper', 'mb_substr', 'nl2br'],
  ...['htmlspecialchars', 'urldecode', 'rawurldecode', 'stripslashes', 'addslashes', 'strip_tags', 'array_map'],
  ...['current', 'reset', 'end', 'array_shift', 'array_pop', 'array_values', 'array_reverse'],
  ...['strcmp', 'strcasecmp', 'strncmp', 'strncasecmp'],
];

export const phpIdioms: LanguageIdioms = {
  environment: [
    // https://laravel.com/docs/12.x/configuration#environment-variable-types: words become values.
    { call: 'env', fallback: { index: 1 }, cast: 'words' },
    { call: 'Illuminate.Support.Env.get', fallback: { index: 1 }, cast: 'words' },
    // https://www.php.net/manual/en/function.getenv.php
    { call: 'getenv', unset: false },
    { read: '_ENV.*' },
    { read: '_SERVER.APP_ENV' },
    { read: '_SERVER.APP_DEBUG' },
    { read: '_SERVER.CI_ENVIRONMENT' },
    // https://www.php.net/manual/en/reserved.variables.server.php: what is neither the request's nor the server's comes from the environment.
    {
      read: '_SERVER.*',
      except:
        /\.(?:HTTPS|HTTP_.*|REQUEST_.*|SERVER_.*|REMOTE_.*|SCRIPT_.*|PHP_.*|PATH_.*|ORIG_.*|SSL_.*|REDIRECT_.*|CONTENT_.*|QUERY_STRING|DOCUMENT_ROOT|AUTH_TYPE|GATEWAY_INTERFACE|UNIQUE_ID|argv|argc)$/s,
    },
    // https://laravel.com/docs/12.x/configuration#determining-the-current-environment
    // The skeleton's config/app.php has production where APP_ENV is missing.
    ...['app()', '**.App', '**.app'].flatMap((app): EnvironmentIdiom[] => [
      { modes: `${app}.environment`, variable: 'APP_ENV', unset: 'production' },
      { predicate: `${app}.isProduction`, mode: 'production', unset: 'production' },
      { predicate: `${app}.isLocal`, mode: 'development', unset: 'production' },
      { predicate: `${app}.runningUnitTests`, mode: 'test', unset: 'production' },
    ]),
    // https://symfony.com/doc/current/configuration.html#accessing-configuration-parameters
    // https://symfony.com/doc/current/components/runtime.html#using-options: `dev` where APP_ENV is missing
    { call: '**.getParameter', only: ['kernel.environment'], variable: 'APP_ENV', unset: 'dev' },
    { call: '**.getParameter', only: ['kernel.debug'], variable: 'APP_DEBUG', cast: 'boolean' },
    { call: '**.kernel.getEnvironment', variable: 'APP_ENV', unset: 'dev' },
    { call: '**.kernel.isDebug', variable: 'APP_DEBUG', cast: 'boolean' },
    // https://developer.wordpress.org/reference/functions/wp_get_environment_type/
    { call: 'wp_get_environment_type', variable: 'WP_ENVIRONMENT_TYPE', unset: 'production' },
    { call: 'home_url', variable: 'home', source: 'configuration' },
    { call: 'site_url', variable: 'siteurl', source: 'configuration' },
    { call: 'get_site_url', variable: 'siteurl', source: 'configuration' },
    { call: 'get_home_url', variable: 'home', source: 'configuration' },
    { call: 'wp_login_url', variable: 'siteurl', source: 'configuration' },
    { call: 'admin_url', variable: 'siteurl', source: 'configuration' },
    { call: 'get_option', source: 'configuration', fallback: { index: 1 } },
    { call: 'force_ssl_admin', variable: 'FORCE_SSL_ADMIN', source: 'configuration' },
    // https://codeigniter.com/user_guide/general/environments.html, https://www.yiiframework.com/doc/guide/2.0/en/concept-configurations#environment-constants
    { read: 'ENVIRONMENT', variable: 'CI_ENV' },
    { predicate: 'YII_ENV_PROD', mode: 'production' },
    { predicate: 'YII_ENV_DEV', mode: 'development' },
    { predicate: 'YII_ENV_TEST', mode: 'test' },
    // https://book.cakephp.org/5/en/development/configuration.html
    { call: '**.Configure.read', source: 'configuration' },
    // https://www.php.net/manual/en/function.defined.php, https://www.php.net/manual/en/function.constant.php
    { call: 'defined', source: 'configuration' },
    { call: 'constant', source: 'configuration' },
    // https://www.php.net/manual/en/function.ini-get.php
    { call: 'ini_get', source: 'configuration' },
    // https://www.php.net/manual/en/function.session-get-cookie-params.php
    { read: 'session_get_cookie_params().secure', variable: 'session.cookie_secure', source: 'configuration' },
    { call: '**.isHttpsForced', variable: 'force_ssl', source: 'configuration' },
    { names: /^(?=[A-Z][A-Z0-9_]*(?:SECURE|SSL|HTTPS|PROD|DEBUG|DEV|ENV|SITE_URL|BASE_URL))[A-Z0-9_]+$/ },
  ],
  // https://github.com/magento/magento2/blob/2.4-develop/lib/internal/Magento/Framework/Stdlib/Cookie/CookieMetadataFactory.php
  objects: ['**.createPublicCookieMetadata', '**.createSensitiveCookieMetadata'],
  settings: [
    // https://laravel.com/docs/12.x/configuration#accessing-configuration-values
    { call: 'config', of: 'laravel' },
    { object: 'config()', of: 'laravel', methods: ['get', 'boolean', 'string'] },
    { object: '**.Config', of: 'laravel', methods: ['get', 'boolean', 'string'] },
    // https://symfony.com/doc/current/configuration.html#accessing-configuration-parameters; those of the kernel are the environment's.
    { call: '**.getParameter', of: 'symfony', except: /^kernel\./ },
    { object: '**.ParameterBagInterface', of: 'symfony' },
    { object: '**.ContainerBagInterface', of: 'symfony' },
  ],
  injectedTypes: ['ParameterBagInterface', 'ContainerBagInterface'],
  // https://symfony.com/doc/current/service_container.html#binding-arguments-by-name-or-type
  containerArguments: 'symfony',
  // https://symfony.com/doc/current/service_container/autowiring.html#fixing-non-autowireable-arguments
  injections: [{ annotation: 'Autowire', placeholder: 'symfony', of: 'symfony', parameter: 'param', variable: 'env' }],
  request: [
    // https://www.php.net/manual/en/reserved.variables.server.php
    { path: '_SERVER.HTTPS', what: 'cgi-https', direct: true },
    { path: '_SERVER.REQUEST_SCHEME', what: 'scheme', direct: true },
    { path: '_SERVER.HTTP_X_FORWARDED_PROTO', what: 'scheme' },
    { path: '_SERVER.HTTP_X_FORWARDED_SSL', what: 'cgi-https' },
    { path: '_SERVER.HTTP_FRONT_END_HTTPS', what: 'cgi-https' },
    { path: '_SERVER.SERVER_PORT', what: 'port', direct: true },
    { path: '_SERVER.HTTP_X_FORWARDED_PORT', what: 'port' },
    { path: '_SERVER.*', what: 'other' },
    // Requests that keep a copy of $_SERVER: OpenCart, Phalcon, HttpFoundation's ServerBag.
    { path: '**.request.server.HTTPS', what: 'cgi-https' },
    { path: '**.server.get', what: 'cgi-https', argument: /^https$/ },
    { path: '**.server.get', what: 'scheme', argument: /^(?:request_scheme|http_x_forwarded_proto)$/ },
    ...['_GET', '_POST', '_COOKIE', '_REQUEST'].map((name): RequestIdiom => ({ path: `${name}.*`, what: 'data' })),
    // https://book.cakephp.org/5/en/core-libraries/global-constants-and-functions.html#env
    { path: 'env', what: 'cgi-https', argument: /^https$/ },
    { path: 'getenv', what: 'cgi-https', argument: /^https$/ },
    // https://developer.wordpress.org/reference/functions/is_ssl/
    { path: 'is_ssl', what: 'is-https', direct: true },
    // https://woocommerce.github.io/code-reference/namespaces/default.html#function_wc_site_is_https: the site's own address.
    { path: 'wc_site_is_https', what: 'is-https', direct: true },
    { path: 'is_user_logged_in', what: 'other' },
    // https://symfony.com/doc/current/components/http_foundation.html, https://laravel.com/docs/12.x/requests
    { path: '**.isSecure', what: 'is-https', called: true },
    { path: '**.request().secure', what: 'is-https', called: true },
    { path: 'request().secure', what: 'is-https', called: true },
    { path: '**.request.secure', what: 'is-https', called: true },
    { path: '**.Request.secure', what: 'is-https', called: true },
    { path: '**.getScheme', what: 'scheme', called: true },
    { path: '**.getUri().getScheme', what: 'scheme', called: true },
    { path: '**.getSchemeAndHttpHost', what: 'url', called: true },
    { path: '**.is', what: 'is-https', argument: /^(?:ssl|https)$/ },
    { path: '**.getServerParam', what: 'cgi-https', argument: /^https$/, direct: true },
    // https://www.yiiframework.com/doc/api/2.0/yii-web-request#getIsSecureConnection()-detail
    { path: '**.request.isSecureConnection', what: 'is-https' },
    { path: '**.getIsSecureConnection', what: 'is-https' },
    // https://api.nette.org/http/master/Nette/Http/Request.html, https://docs.typo3.org/m/typo3/reference-coreapi/main/en-us/ApiOverview/RequestLifeCycle/RequestAttributes/NormalizedParams.html
    { path: '**.isSecured', what: 'is-https', called: true },
    { path: '**.getIndpEnv', what: 'is-https', argument: /^typo3_ssl$/ },
    { path: '**.isHttps', what: 'is-https', called: true },
    { path: '**.isHTTPS', what: 'is-https', called: true },
    { path: '**.isSSL', what: 'is-https', called: true },
    // https://api.joomla.org/cms-5/classes/Joomla-CMS-Application-WebApplication.html#method_isSslConnection
    { path: '**.isSslConnection', what: 'is-https', called: true },
    { path: '**.isSSLConnection', what: 'is-https', called: true },
    { path: '**.isSsl', what: 'is-https', called: true },
    { path: 'is_https', what: 'is-https' },
    { path: 'isHttps', what: 'is-https', called: true },
    { path: '**.getHost', what: 'other', called: true },
  ],
  functions: [
    // https://developer.wordpress.org/reference/functions/apply_filters/: the second argument, unless a filter changes it.
    { path: 'apply_filters', operator: 'second' },
    { path: 'isset', operator: 'defined' },
    { path: 'empty', operator: 'not' },
    { path: 'is_null', operator: 'undefined' },
    { path: 'bool', operator: 'boolean' },
    { path: 'boolean', operator: 'boolean' },
    { path: 'boolval', operator: 'boolean' },
    { path: 'object', operator: 'identity' },
    { path: 'string', operator: 'string' },
    { path: 'strval', operator: 'string' },
    { path: 'int', operator: 'number' },
    { path: 'intval', operator: 'number' },
    // https://www.php.net/manual/en/function.filter-var.php: in cookie code the filter is FILTER_VALIDATE_BOOLEAN.
    { path: 'filter_var', operator: 'parse-boolean' },
    { path: 'json_decode', operator: 'parse-json' },
    { path: 'str_starts_with', operator: 'startsWith' },
    { path: 'str_ends_with', operator: 'endsWith' },
    { path: 'str_contains', operator: 'includes' },
    { path: '**.Str.startsWith', operator: 'startsWith', receiver: false },
    { path: 'Str.startsWith', operator: 'startsWith' },
    { path: 'Illuminate.Support.Str.startsWith', operator: 'startsWith' },
    { path: 'Illuminate.Support.Str.contains', operator: 'includes' },
    { path: 'strlen', operator: 'length' },
    { path: 'mb_strlen', operator: 'length' },
    { path: 'preg_match', operator: 'pattern-count' },
    { path: 'strpos', operator: 'indexOf' },
    { path: 'stripos', operator: 'indexOf' },
    { path: 'substr', operator: 'substr' },
    { path: 'parse_url', operator: 'scheme' },
    { path: 'wp_parse_url', operator: 'scheme' },
    { path: 'strtolower', operator: 'lower' },
    { path: 'strtoupper', operator: 'upper' },
    { path: 'trim', operator: 'trim' },
    { path: 'in_array', operator: 'in' },
    { path: 'array_key_exists', operator: 'in' },
    { path: 'array_merge', operator: 'merge' },
    // https://www.php.net/manual/en/ref.array.php
    { path: 'array_map', operator: 'map-list' },
    ...['array_pop', 'end'].map((path): FunctionIdiom => ({ path, operator: 'last-of' })),
    ...['array_shift', 'reset', 'current'].map((path): FunctionIdiom => ({ path, operator: 'next-of', args: 1 })),
    { path: 'iterator_to_array', operator: 'list-of', args: 1 },
    { path: 'array_slice', operator: 'slice' },
    { path: 'is_array', operator: 'is-collection' },
    { path: 'array', operator: 'identity', args: 1 },
    { path: 'get_object_vars', operator: 'fields' },
    { path: 'array_filter', operator: 'list-filter' },
    { path: 'array_reduce', operator: 'list-reduce' },
    { path: 'array_combine', operator: 'combine' },
    { path: 'array_column', operator: 'column' },
    { path: 'array_keys', operator: 'keys', args: 1 },
    { path: 'array_values', operator: 'values' },
    { path: 'array_reverse', operator: 'list-reversed', args: 1 },
    { path: 'array_fill_keys', operator: 'from-keys' },
    { path: 'array_sum', operator: 'sum' },
    { path: 'count', operator: 'length', args: 1 },
    { path: 'sizeof', operator: 'length', args: 1 },
    { path: 'call_user_func', operator: 'call-of' },
    { path: 'call_user_func_array', operator: 'call-with' },
    { path: 'is_string', operator: 'is-text' },
    { path: 'is_bool', operator: 'is-truth' },
    { path: 'is_int', operator: 'is-number' },
    { path: 'json_encode', operator: 'json' },
    { path: 'max', operator: 'max' },
    { path: 'min', operator: 'min' },
    { path: 'abs', operator: 'absolute' },
    // https://www.php.net/manual/en/ref.strings.php
    { path: 'strcasecmp', operator: 'compare-ignoring-case' },
    { path: 'strcmp', operator: 'compare-texts' },
    { path: 'ucfirst', operator: 'upper-first' },
    { path: 'ucwords', operator: 'title' },
    { path: 'str_repeat', operator: 'repeat' },
    { path: 'substr_count', operator: 'count-of' },
    { path: 'ctype_digit', operator: 'is-digits' },
    { path: 'strrev', operator: 'reversed' },
    { path: 'str_replace', operator: 'text-replaced', args: 3 },
    { path: 'explode', operator: 'split', reversed: true, args: 2 },
    { path: 'array_filter', operator: 'without-nothing' },
    { path: 'array_intersect_key', operator: 'pick-keys-of' },
    { path: 'array_diff_key', operator: 'omit-keys-of' },
    { path: 'compact', operator: 'compact' },
    { path: 'array_replace', operator: 'merge' },
    { path: 'array_replace_recursive', operator: 'merge' },
    { path: 'wp_parse_args', operator: 'defaults' },
    // https://developer.wordpress.org/reference/functions/apply_filters/: nothing listens unless somebody adds it.
    { path: 'apply_filters', operator: 'second' },
    { path: 'sprintf', operator: 'format' },
    { path: 'implode', operator: 'join', reversed: true },
    { path: 'join', operator: 'join', reversed: true },
    { path: 'value', operator: 'identity' },
    // https://www.php.net/manual/en/ref.strings.php: what is made of a text, where it is not worked out.
    ...PIECES.map((path): FunctionIdiom => ({ path, operator: 'piece' })),
  ],
  exits: ['exit', 'die', 'wp_die', 'abort'],
};
