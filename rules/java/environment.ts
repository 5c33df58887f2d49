/** How Java, Kotlin and Scala read the environment, their configuration and the request's scheme, and what their pure functions do. */
import type { EnvironmentIdiom, FunctionIdiom, LanguageIdioms, RequestIdiom } from '../../src/values/idioms.js';

/** Variables that hold the request, by convention. */
const REQUESTS = [
  'request',
  'req',
  'httpRequest',
  'servletRequest',
  'httpServletRequest',
  'serverHttpRequest',
  'getRequest()',
  'request()',
  'exchange',
];
/** Types of requests: Servlet, Spring WebFlux, JAX-RS, Play, Micronaut, Vert.x, Ktor, Undertow. */
const REQUEST_TYPES = [
  'HttpServletRequest',
  'ServletRequest',
  'ServerHttpRequest',
  'HttpRequest',
  'HttpServerRequest',
  'RequestHeader',
  'Request',
  'ServerRequest',
  'WebRequest',
  'NativeWebRequest',
  'ContainerRequestContext',
  'SecurityContext',
  'HttpServerExchange',
];

const ofRequests = (method: string, what: RequestIdiom['what'], argument?: RegExp): RequestIdiom[] =>
  [...REQUESTS, ...REQUEST_TYPES].map((receiver) => ({
    path: `**.${receiver}.${method}`,
    what,
    ...(argument === undefined ? {} : { argument }),
  }));

const FORWARDED_SCHEME = /^(?:x-forwarded-(?:proto|protocol|scheme)|x-url-scheme)$/;

const request: readonly RequestIdiom[] = [
  // https://jakarta.ee/specifications/servlet/6.0/apidocs/jakarta.servlet/jakarta/servlet/servletrequest
  ...['isSecure', 'secure', 'isSSL', 'isSsl'].flatMap((method) => ofRequests(method, 'is-https')),
  ...['getScheme', 'scheme', 'protocolScheme'].flatMap((method) => ofRequests(method, 'scheme')),
  ...['getRequestURL', 'requestURL', 'absoluteURI', 'url'].flatMap((method) => ofRequests(method, 'url')),
  ...['getHeader', 'header', 'getFirst', 'headers.getFirst', 'headers'].flatMap((method) => ofRequests(method, 'scheme', FORWARDED_SCHEME)),
  // What a visitor sends along: https://jakarta.ee/specifications/servlet/6.0/apidocs/jakarta.servlet/jakarta/servlet/servletrequest
  ...['getParameter', 'getParameterValues', 'getParameterMap', 'getCookies', 'getQueryString'].flatMap((method) =>
    ofRequests(method, 'data'),
  ),
  { path: '**.getFirst', what: 'scheme', argument: FORWARDED_SCHEME },
  { path: '**.headers.x-forwarded-proto', what: 'scheme' },
  { path: '**.headers.X-Forwarded-Proto', what: 'scheme' },
  // https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/http/HttpRequest.html
  { path: '**.getURI().getScheme', what: 'scheme' },
  { path: '**.getUri().getScheme', what: 'scheme' },
  { path: '**.getRequestUri().getScheme', what: 'scheme' },
  { path: '**.getAbsolutePath().getScheme', what: 'scheme' },
  { path: '**.getBaseUri().getScheme', what: 'scheme' },
  { path: '**.uri.scheme', what: 'scheme' },
  { path: '**.URI.scheme', what: 'scheme' },
  { path: '**.requestUri.scheme', what: 'scheme' },
  { path: '**.baseUri.scheme', what: 'scheme' },
  { path: '**.getSslInfo', what: 'cgi-https', direct: true },
  { path: '**.sslInfo', what: 'cgi-https', direct: true },
  // https://ktor.io/docs/server-forward-headers.html
  { path: '**.request.origin.scheme', what: 'scheme' },
  { path: '**.request.local.scheme', what: 'scheme' },
  { path: '**.request.origin.uri', what: 'other' },
  // https://javalin.io/documentation#context
  { path: '**.Context.scheme', what: 'scheme' },
  { path: '**.ctx.scheme', what: 'scheme' },
  { path: '**.ctx.req().isSecure', what: 'is-https' },
  { path: '**.req().isSecure', what: 'is-https' },
  ...[
    'getServerName',
    'getRemoteAddr',
    'getRemoteHost',
    'getServerPort',
    'getRequestURI',
    'getHeader',
    'getRequestHeader',
    'serverName',
    'remoteAddr',
    'host',
  ].flatMap((method) => ofRequests(method, 'other')),
];

const configuration = (call: string, more: Partial<Extract<EnvironmentIdiom, { call: string }>> = {}): EnvironmentIdiom => ({
  call,
  source: 'configuration',
  ...more,
});

/** Names under which a configuration object goes (Typesafe Config, Commons Configuration, Play, Dropwizard, Vert.x, Quarkus, Ktor). */
const CONFIGURATIONS = [
  'config',
  'conf',
  'configuration',
  'cfg',
  'settings',
  'props',
  'properties',
  'prop',
  'Config',
  'Configuration',
  'ApplicationConfig',
  'Properties',
  'config()',
  'getConfig()',
  'JsonObject',
  'ConfigFactory.load()',
  'underlying',
];

const environment: readonly EnvironmentIdiom[] = [
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/System.html
  { call: '**.System.getenv' },
  { call: '**.System.getenv().get' },
  { call: '**.System.getenv().getOrDefault', fallback: { index: 1 } },
  { read: '**.System.getenv().*' },
  configuration('**.System.getProperty', { fallback: { index: 1 } }),
  configuration('**.System.getProperties().getProperty', { fallback: { index: 1 } }),
  configuration('**.Boolean.getBoolean', { cast: 'boolean' }),
  // https://www.scala-lang.org/api/current/scala/sys.html
  { call: 'sys.env' },
  { call: 'sys.env.apply' },
  { call: 'sys.env.get' },
  { call: 'sys.env.getOrElse', fallback: { index: 1 } },
  { call: 'scala.util.Properties.envOrElse', fallback: { index: 1 } },
  { call: 'scala.util.Properties.envOrNone' },
  configuration('sys.props'),
  configuration('sys.props.get'),
  configuration('sys.props.getOrElse', { fallback: { index: 1 } }),
  // https://github.com/cdimascio/dotenv-kotlin
  { call: '**.dotenv.get', fallback: { index: 1 } },
  { read: '**.dotenv.*' },
  // https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/core/env/Environment.html
  ...['Environment', 'ConfigurableEnvironment', 'env', 'environment', 'getEnvironment()'].flatMap((receiver): EnvironmentIdiom[] => [
    { call: `**.${receiver}.getActiveProfiles`, variable: 'spring.profiles.active' },
    { read: `**.${receiver}.activeProfiles`, variable: 'spring.profiles.active' },
    { modes: `**.${receiver}.acceptsProfiles`, variable: 'spring.profiles.active' },
    { modes: `**.${receiver}.matchesProfiles`, variable: 'spring.profiles.active' },
  ]),
  // https://docs.spring.io/spring-framework/reference/core/beans/environment.html#beans-definition-profiles-java, https://quarkus.io/guides/cdi-reference#enable_build_profile
  { modes: '**.Profile', variable: 'spring.profiles.active' },
  ...['IfBuildProfile', 'UnlessBuildProfile'].map((annotation): EnvironmentIdiom => ({
    modes: `**.${annotation}`,
    variable: 'quarkus.profile',
  })),
  // https://ktor.io/docs/server-development-mode.html
  { predicate: '**.developmentMode', mode: 'development' },
  // https://www.playframework.com/documentation/3.0.x/api/scala/play/api/Environment.html
  ...['environment', 'env', 'Environment', 'app', 'Play'].flatMap((receiver): EnvironmentIdiom[] => [
    { predicate: `**.${receiver}.isProd`, mode: 'production' },
    { predicate: `**.${receiver}.isDev`, mode: 'development' },
    { read: `**.${receiver}.mode`, variable: 'mode' },
  ]),
  // https://github.com/lightbend/config, https://vertx.io/docs/apidocs/io/vertx/core/json/JsonObject.html
  ...CONFIGURATIONS.flatMap((receiver): EnvironmentIdiom[] => [
    configuration(`**.${receiver}.getBoolean`, { cast: 'boolean', fallback: { index: 1 } }),
    configuration(`**.${receiver}.getOptional`, {}),
    configuration(`**.${receiver}.getString`, { fallback: { index: 1 } }),
    configuration(`**.${receiver}.getValue`, {}),
    configuration(`**.${receiver}.getOptionalValue`, {}),
    configuration(`**.${receiver}.getConfig`, {}),
    configuration(`**.${receiver}.getProperty`, { fallback: { index: 1 } }),
    configuration(`**.${receiver}.get`, { fallback: { index: 1 } }),
    configuration(`**.${receiver}.getOrElse`, { fallback: { index: 1 } }),
    configuration(`**.${receiver}.property`),
    configuration(`**.${receiver}.propertyOrNull`),
    configuration(`**.${receiver}.tryGetString`),
  ]),
];

/** Functions of the JDK and of the string and collection libraries that everybody uses. */
const functions: readonly FunctionIdiom[] = [
  { path: 'String.format', operator: 'format', receiver: false },
  { path: 'java.lang.String.format', operator: 'format', receiver: false },
  ...['Boolean', 'java.lang.Boolean'].flatMap((type): FunctionIdiom[] => [
    { path: `${type}.parseBoolean`, operator: 'true-word', receiver: false },
    { path: `${type}.valueOf`, operator: 'true-word', receiver: false },
    { path: `${type}.toString`, operator: 'string', receiver: false },
  ]),
  // A text; of anything else but that is `valueOf` below the same in another type.
  ...['String.valueOf', 'java.lang.String.valueOf'].map((path): FunctionIdiom => ({ path, operator: 'string', receiver: false })),
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Enum.html#valueOf(java.lang.Class,java.lang.String): the constant of that name.
  ...['valueOf', 'withName', 'withNameInsensitive', 'getEnum'].map((method): FunctionIdiom => ({
    path: `**.${method}`,
    operator: 'identity',
    receiver: false,
    args: 1,
  })),
  { path: '**.toBoolean', operator: 'true-word' },
  { path: '**.toBooleanStrict', operator: 'true-word' },
  { path: '**.toBooleanStrictOrNull', operator: 'true-word' },
  { path: '**.booleanValue', operator: 'identity' },
  ...['BooleanUtils', 'org.apache.commons.lang3.BooleanUtils', 'org.apache.commons.lang.BooleanUtils'].flatMap((type): FunctionIdiom[] => [
    { path: `${type}.toBoolean`, operator: 'parse-boolean', receiver: false },
    { path: `${type}.isTrue`, operator: 'boolean', receiver: false },
    { path: `${type}.isFalse`, operator: 'not', receiver: false },
  ]),
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Objects.html#requireNonNull(T), https://kotlinlang.org/api/core/kotlin-stdlib/kotlin/require-not-null.html
  ...[
    'Objects.requireNonNull',
    'java.util.Objects.requireNonNull',
    'requireNotNull',
    'checkNotNull',
    'kotlin.requireNotNull',
    'kotlin.checkNotNull',
    'com.google.common.base.Preconditions.checkNotNull',
  ].map((path): FunctionIdiom => ({ path, operator: 'required', receiver: false })),
  ...[
    'Objects',
    'java.util.Objects',
    'StringUtils',
    'org.apache.commons.lang3.StringUtils',
    'org.apache.commons.lang.StringUtils',
    'StrUtil',
    'cn.hutool.core.util.StrUtil',
  ].flatMap((type): FunctionIdiom[] => [
    { path: `${type}.equals`, operator: '==', receiver: false },
    { path: `${type}.equalsIgnoreCase`, operator: 'equals-ignoring-case', receiver: false },
    { path: `${type}.startsWith`, operator: 'startsWith', receiver: false },
    { path: `${type}.startsWithIgnoreCase`, operator: 'startsWith', receiver: false },
    { path: `${type}.contains`, operator: 'includes', receiver: false },
    { path: `${type}.isBlank`, operator: 'blank', receiver: false },
    { path: `${type}.isEmpty`, operator: 'blank', receiver: false },
    { path: `${type}.isNotBlank`, operator: 'present', receiver: false },
    { path: `${type}.isNotEmpty`, operator: 'present', receiver: false },
    { path: `${type}.hasText`, operator: 'present', receiver: false },
    { path: `${type}.hasLength`, operator: 'present', receiver: false },
    { path: `${type}.isNull`, operator: 'undefined', receiver: false },
    { path: `${type}.nonNull`, operator: 'defined', receiver: false },
    { path: `${type}.requireNonNullElse`, operator: 'or-else', receiver: false },
    { path: `${type}.defaultIfBlank`, operator: 'or-else', receiver: false },
    { path: `${type}.defaultIfEmpty`, operator: 'or-else', receiver: false },
  ]),
  { path: 'org.springframework.util.StringUtils.hasText', operator: 'present', receiver: false },
  { path: 'org.springframework.util.StringUtils.hasLength', operator: 'present', receiver: false },
  { path: '**.equals', operator: '==' },
  { path: '**.equalsIgnoreCase', operator: 'equals-ignoring-case' },
  { path: '**.startsWith', operator: 'startsWith' },
  { path: '**.endsWith', operator: 'endsWith' },
  { path: '**.contains', operator: 'includes' },
  { path: '**.containsKey', operator: 'includes' },
  { path: '**.toLowerCase', operator: 'lower' },
  { path: '**.lowercase', operator: 'lower' },
  { path: '**.toUpperCase', operator: 'upper' },
  { path: '**.uppercase', operator: 'upper' },
  { path: '**.trim', operator: 'trim' },
  { path: '**.strip', operator: 'trim' },
  { path: '**.length', operator: 'length' },
  { path: '**.substring', operator: 'slice' },
  { path: '**.take', operator: 'take' },
  { path: '**.containsMatchIn', operator: 'pattern-anywhere' },
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Map.html#of()
  { path: 'Map.of', operator: 'record-of-pairs', receiver: false },
  { path: 'java.util.Map.of', operator: 'record-of-pairs', receiver: false },
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/String.html#matches(java.lang.String)
  { path: '**.matches', operator: 'pattern-whole', reversed: true },
  { path: 'Pattern.matches', operator: 'pattern-whole', receiver: false },
  { path: 'java.util.regex.Pattern.matches', operator: 'pattern-whole', receiver: false },
  { path: '**.isEmpty', operator: 'blank' },
  { path: '**.isBlank', operator: 'blank' },
  { path: '**.isNullOrBlank', operator: 'blank' },
  { path: '**.isNullOrEmpty', operator: 'blank' },
  { path: '**.isNotBlank', operator: 'present' },
  { path: '**.isNotEmpty', operator: 'present' },
  { path: '**.toString', operator: 'string' },
  { path: '**.getString', operator: 'string' },
  { path: '**.concat', operator: 'text' },
  { path: '**.formatted', operator: 'format' },
  { path: '**.format', operator: 'format' },
  // Optionals and Options of one value behave like the value.
  ...['Optional', 'java.util.Optional', 'Option', 'Some'].flatMap((type): FunctionIdiom[] => [
    { path: `${type}.of`, operator: 'identity', receiver: false },
    { path: `${type}.ofNullable`, operator: 'identity', receiver: false },
    { path: type, operator: 'identity', receiver: false },
  ]),
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Optional.html, https://www.scala-lang.org/api/current/scala/Option.html
  ...['orElse', 'orElseGet', 'getOrElse'].map((method): FunctionIdiom => ({ path: `**.${method}`, operator: 'or-else' })),
  { path: '**.orElseThrow', operator: 'required' },
  { path: '**.isPresent', operator: 'defined' },
  ...['map', 'flatMap'].map((method): FunctionIdiom => ({ path: `**.${method}`, operator: 'map' })),
  { path: '**.filter', operator: 'keep-if' },
  ...['exists', 'anyMatch', 'any'].map((method): FunctionIdiom => ({ path: `**.${method}`, operator: 'exists' })),
  { path: '**.forall', operator: 'forall' },
  { path: '**.let', operator: 'call-with' },
  ...[
    'Arrays.asList',
    'java.util.Arrays.asList',
    'List.of',
    'java.util.List.of',
    'Set.of',
    'java.util.Set.of',
    'Arrays.stream',
    'java.util.Arrays.stream',
    'Stream.of',
    'java.util.stream.Stream.of',
    'Profiles.of',
    'org.springframework.core.env.Profiles.of',
    'listOf',
    'setOf',
    'arrayOf',
    'Seq',
    'Set',
    'List',
    'Collections.singletonList',
    'java.util.Collections.singletonList',
    'mutableListOf',
    'arrayListOf',
  ].map((path): FunctionIdiom => ({ path, operator: 'list', receiver: false })),
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/ArrayList.html: made empty, filled by `add`.
  ...['ArrayList', 'java.util.ArrayList', 'LinkedList', 'java.util.LinkedList'].map((path): FunctionIdiom => ({
    path,
    operator: 'list',
    receiver: false,
  })),
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Map.html, …/java/util/Properties.html: made empty, filled by `put`.
  ...['HashMap', 'LinkedHashMap', 'TreeMap', 'Hashtable', 'Properties', 'concurrent.ConcurrentHashMap', 'ConcurrentHashMap'].flatMap(
    (type) => [type, `java.util.${type}`].map((path): FunctionIdiom => ({ path, operator: 'empty-record', receiver: false, args: 0 })),
  ),
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/concurrent/atomic/package-summary.html
  ...['AtomicBoolean', 'AtomicReference'].flatMap((type) =>
    [type, `java.util.concurrent.atomic.${type}`].map((path): FunctionIdiom => ({ path, operator: 'cell', receiver: false, args: 1 })),
  ),
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/ThreadLocal.html#withInitial(java.util.function.Supplier)
  { path: 'ThreadLocal.withInitial', operator: 'cell-of', receiver: false, args: 1 },
  { path: 'Optional.empty', operator: 'nothing', receiver: false },
  { path: 'java.util.Optional.empty', operator: 'nothing', receiver: false },
  { path: 'String.join', operator: 'join', reversed: true, receiver: false },
  { path: 'java.lang.String.join', operator: 'join', reversed: true, receiver: false },
  // Durations of nothing are nothing, whatever the unit.
  ...['ofSeconds', 'ofMillis', 'ofMinutes', 'ofHours', 'ofDays'].flatMap((unit): FunctionIdiom[] => [
    { path: `Duration.${unit}`, operator: 'identity', receiver: false },
    { path: `java.time.Duration.${unit}`, operator: 'identity', receiver: false },
  ]),
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/net/URI.html
  { path: 'URI.create', operator: 'identity', receiver: false },
  { path: 'java.net.URI.create', operator: 'identity', receiver: false },
  { path: 'java.net.URI', operator: 'identity', receiver: false },
  { path: 'java.net.URL', operator: 'identity', receiver: false },
  { path: '**.getProtocol', operator: 'scheme' },
  { path: '**.getScheme', operator: 'scheme' },
];

const jvm: LanguageIdioms = {
  // https://jakarta.ee/specifications/servlet/6.0/apidocs/jakarta.servlet/jakarta/servlet/http/httpservletrequest#getCookies()
  objects: ['**.getCookies', '**.WebUtils.getCookie'],
  environment,
  request,
  functions,
  settings: ['Environment', 'ConfigurableEnvironment', 'env', 'environment', 'getEnvironment()'].flatMap((receiver) => [
    { object: `**.${receiver}`, of: 'spring', methods: ['getProperty', 'getRequiredProperty'] },
  ]),
  // https://docs.spring.io/spring-framework/reference/core/beans/annotation-config/value-annotations.html
  injections: [
    { annotation: 'Value', placeholder: 'spring', of: 'spring' },
    // https://download.eclipse.org/microprofile/microprofile-config-3.1/microprofile-config-spec-3.1.html
    { annotation: 'ConfigProperty', key: 'name', fallback: 'defaultValue', of: 'spring' },
    // https://docs.micronaut.io/latest/api/io/micronaut/context/annotation/Property.html
    { annotation: 'Property', key: 'name', fallback: 'defaultValue', of: 'spring' },
  ],
  // https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.typesafe-configuration-properties
  settingsAnnotations: [
    { annotation: 'ConfigurationProperties', prefix: ['prefix', 'value'], of: 'spring' },
    { annotation: 'ConfigMapping', prefix: ['prefix'], of: 'spring' },
  ],
  // https://kotlinlang.org/docs/scope-functions.html, https://www.scala-lang.org/api/current/scala/util/ChainingOps.html
  objectBlocks: ['apply', 'also', 'tap', 'let', 'run', 'with', 'pipe'],
  blocksHaveThis: true,
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/StringBuilder.html, …/java/util/StringJoiner.html
  textBuilders: [
    { made: /(?:^|\.)String(?:Builder|Buffer)$/, append: ['append', 'appendLine'], read: ['toString'] },
    { made: /(?:^|\.)StringJoiner$/, append: ['add'], read: ['toString'], separated: true },
  ],
  // https://kotlinlang.org/api/core/kotlin-stdlib/kotlin.text/build-string.html
  textBlocks: ['buildString'],
  // https://docs.spring.io/spring-framework/reference/core/beans/dependencies/factory-autowire.html: what the container hands in by type
  injectedTypes: ['Environment', 'ConfigurableEnvironment', ...REQUEST_TYPES, 'HttpSecurity', 'ServerHttpSecurity'],
  constants: [
    { path: '**.Boolean.TRUE', value: true },
    { path: '**.Boolean.FALSE', value: false },
    { path: '**.Duration.ZERO', value: 0 },
  ],
  exits: ['System.exit', 'java.lang.System.exit', 'kotlin.system.exitProcess', 'exitProcess', 'sys.exit'],
  // https://docs.spring.io/spring-framework/reference/core/beans/annotation-config/postconstruct-and-predestroy-annotations.html, …/beans/factory-nature.html
  starts: { functions: ['main', 'afterPropertiesSet'], annotations: ['PostConstruct'] },
};

export const javaIdioms = jvm;
export const kotlinIdioms = jvm;
export const scalaIdioms = jvm;
