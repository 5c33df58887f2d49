/** How Go reads the environment, the operator's configuration and the request's scheme, and what its pure functions do. */
import type { LanguageIdioms, RequestIdiom } from '../../src/values/idioms.js';

const forwarded = /^(?:x-forwarded-(?:proto|protocol|scheme)|x-url-scheme)$/;

/** https://pkg.go.dev/net/http#Request.TLS: nil where the server itself did not end TLS. */
const tls = (path: string): RequestIdiom => ({ path, what: 'cgi-https', direct: true });

export const goIdioms: LanguageIdioms = {
  // https://pkg.go.dev/net/http#Request.Cookie
  objects: ['r', 'req', 'request', 'Request'].flatMap((request) => [`**.${request}.Cookie`, `**.${request}.Cookies`]),
  environment: [
    // https://pkg.go.dev/os#Getenv
    { call: 'os.Getenv', unset: '' },
    { call: 'os.LookupEnv' },
    { call: 'syscall.Getenv', unset: '' },
    // https://pkg.go.dev/github.com/gin-gonic/gin#Mode: GIN_MODE, `debug` where it is missing.
    { call: 'github.com/gin-gonic/gin.Mode', variable: 'GIN_MODE', unset: 'debug' },
    { predicate: 'github.com/gin-gonic/gin.IsDebugging', mode: 'development', unset: 'debug' },
    // https://pkg.go.dev/github.com/beego/beego/v2/server/web#Config: `dev` where nothing is configured.
    { read: '**.BConfig.RunMode', variable: 'BEEGO_RUNMODE', unset: 'dev' },
    // https://pkg.go.dev/github.com/revel/revel#pkg-variables
    { read: 'github.com/revel/revel.DevMode', variable: 'DEV_MODE', cast: 'boolean' },
    { read: 'github.com/revel/revel.RunMode', variable: 'REVEL_MODE' },
    // https://pkg.go.dev/github.com/gobuffalo/envy#Get
    { call: 'github.com/gobuffalo/envy.Get', fallback: { index: 1 } },
    // https://pkg.go.dev/github.com/spf13/viper#GetBool
    { call: 'github.com/spf13/viper**.GetBool', source: 'configuration', cast: 'boolean' },
    { call: 'github.com/spf13/viper**.GetString', source: 'configuration' },
    { call: 'github.com/spf13/viper**.Get', source: 'configuration' },
    // https://pkg.go.dev/flag#Bool
    { call: 'flag.Bool', fallback: { index: 1 }, cast: 'boolean', source: 'configuration' },
    { call: 'flag.String', fallback: { index: 1 }, source: 'configuration' },
    { call: 'github.com/spf13/pflag.Bool', fallback: { index: 1 }, cast: 'boolean', source: 'configuration' },
    { call: 'github.com/spf13/pflag.String', fallback: { index: 1 }, source: 'configuration' },
    { call: 'github.com/alecthomas/kingpin**.Flag().Bool', variable: 'flag', cast: 'boolean', source: 'configuration' },
  ],
  constants: [
    { path: 'github.com/gin-gonic/gin.ReleaseMode', value: 'release' },
    { path: 'github.com/gin-gonic/gin.DebugMode', value: 'debug' },
    { path: 'github.com/gin-gonic/gin.TestMode', value: 'test' },
    { path: 'github.com/gin-gonic/gin.EnvGinMode', value: 'GIN_MODE' },
    { path: '**web.PROD', value: 'prod' },
    { path: '**web.DEV', value: 'dev' },
    { path: '**beego.PROD', value: 'prod' },
    { path: '**beego.DEV', value: 'dev' },
    // https://pkg.go.dev/net/http#Request.Proto: the version of HTTP, which is no scheme.
    ...['r', 'req', 'request', 'Request', 'Request()'].map((request) => ({ path: `**.${request}.Proto`, value: 'HTTP/1.1' })),
    // https://pkg.go.dev/github.com/labstack/echo/v4#pkg-constants
    { path: 'github.com/labstack/echo/*.HeaderSetCookie', value: 'Set-Cookie' },
    { path: 'github.com/labstack/echo/*.HeaderXForwardedProto', value: 'X-Forwarded-Proto' },
    // https://pkg.go.dev/github.com/gofiber/fiber/v2#pkg-constants
    { path: 'github.com/gofiber/fiber/*.HeaderSetCookie', value: 'Set-Cookie' },
    { path: 'github.com/gofiber/fiber/*.HeaderXForwardedProto', value: 'X-Forwarded-Proto' },
  ],
  request: [
    tls('**.r.TLS'),
    tls('**.req.TLS'),
    tls('**.request.TLS'),
    tls('**.Request.TLS'),
    tls('**.Request().TLS'),
    { path: '**.r.URL.Scheme', what: 'scheme' },
    { path: '**.req.URL.Scheme', what: 'scheme' },
    { path: '**.Request.URL.Scheme', what: 'scheme' },
    { path: '**.Request().URL.Scheme', what: 'scheme' },
    { path: '**.Header.Get', what: 'scheme', argument: forwarded },
    { path: '**.Header().Get', what: 'scheme', argument: forwarded },
    { path: '**.GetHeader', what: 'scheme', argument: forwarded },
    { path: '**.Get', what: 'scheme', argument: forwarded },
    { path: '**.Header.Get', what: 'cgi-https', argument: /^x-forwarded-ssl$/ },
    // https://pkg.go.dev/net/http#Header.Values
    { path: '**.Header.Values', what: 'scheme', argument: forwarded },
    ...['X-Forwarded-Proto', 'X-Forwarded-Protocol', 'X-Forwarded-Scheme'].map((name): RequestIdiom => ({
      path: `**.Header.${name}`,
      what: 'scheme',
    })),
    // https://pkg.go.dev/net/http#Request.Referer
    ...['Referer', 'UserAgent'].map((method): RequestIdiom => ({ path: `**.${method}`, what: 'other', called: true })),
    { path: '**.Get', what: 'other', argument: /^(?:forwarded|origin|host|referer|x-forwarded-.*)$/ },
    { path: '**.Header.Get', what: 'other', argument: /^(?:host|origin|referer|user-agent|forwarded|x-forwarded-.*)$/ },
    // https://pkg.go.dev/github.com/labstack/echo/v4#Context
    { path: '**.Scheme', what: 'scheme', called: true },
    { path: '**.IsTLS', what: 'is-https', called: true, direct: true },
    // https://pkg.go.dev/github.com/gofiber/fiber/v2#Ctx.Protocol
    { path: '**.Protocol', what: 'scheme', called: true },
    { path: '**.c.Secure', what: 'is-https', called: true },
    { path: '**.ctx.Secure', what: 'is-https', called: true },
    // https://pkg.go.dev/github.com/beego/beego/v2/server/web/context#BeegoInput.IsSecure
    { path: '**.Input.IsSecure', what: 'is-https', called: true },
    { path: '**.IsSecure', what: 'is-https', called: true },
    { path: '**.IsSsl', what: 'is-https', called: true },
    // https://pkg.go.dev/net/http#Request
    { path: '**.r.Host', what: 'other' },
    { path: '**.req.Host', what: 'other' },
    { path: '**.Request.Host', what: 'other' },
    { path: '**.r.RemoteAddr', what: 'other' },
    // What a visitor sends along: https://pkg.go.dev/net/http#Request.FormValue
    ...['FormValue', 'PostFormValue', 'PostForm', 'DefaultQuery', 'QueryParam', 'Queries'].map((method): RequestIdiom => ({
      path: `**.${method}`,
      what: 'data',
      called: true,
    })),
    { path: '**.URL.Query', what: 'data', called: true },
  ],
  // https://pkg.go.dev/github.com/spf13/viper#SetDefault
  presets: 'SetDefault',
  // https://pkg.go.dev/flag#BoolVar, https://pkg.go.dev/github.com/spf13/pflag#FlagSet.BoolVarP, whose shorthand stands before the default
  boundFlags: [
    { method: 'BoolVar', name: 1, fallback: 2, cast: 'boolean' },
    { method: 'BoolVarP', name: 1, fallback: 3, cast: 'boolean' },
    { method: 'StringVar', name: 1, fallback: 2 },
    { method: 'StringVarP', name: 1, fallback: 3 },
  ],
  // https://pkg.go.dev/strings#Builder, https://pkg.go.dev/bytes#Buffer; https://pkg.go.dev/fmt#Fprintf and the like write into them
  textBuilders: [
    {
      made: /^(?:strings\.Builder|bytes\.Buffer)$/,
      append: ['WriteString', 'WriteByte', 'WriteRune', 'Write'],
      read: ['String'],
      filledBy: {
        'fmt.Fprintf': 'format',
        'fmt.Fprint': 'unknown',
        'fmt.Fprintln': 'unknown',
        'io.WriteString': 'unknown',
        'io.Copy': 'unknown',
      },
    },
  ],
  functions: [
    { path: 'strconv.ParseBool', operator: 'parse-boolean' },
    { path: 'strconv.FormatBool', operator: 'string' },
    { path: 'strconv.Itoa', operator: 'string' },
    { path: 'strconv.Atoi', operator: 'number' },
    { path: 'strings.HasPrefix', operator: 'startsWith' },
    { path: 'strings.HasSuffix', operator: 'endsWith' },
    { path: 'strings.Contains', operator: 'includes' },
    { path: 'strings.Index', operator: 'indexOf' },
    { path: 'strings.EqualFold', operator: 'equals-ignoring-case' },
    { path: 'strings.ToLower', operator: 'lower' },
    { path: 'strings.ToUpper', operator: 'upper' },
    { path: 'strings.TrimSpace', operator: 'trim' },
    { path: 'strings.Join', operator: 'join' },
    { path: 'append', operator: 'append' },
    { path: 'len', operator: 'length' },
    // https://pkg.go.dev/regexp#MatchString
    { path: 'regexp.MatchString', operator: 'pattern-anywhere' },
    { path: '**.MatchString', operator: 'pattern-anywhere' },
    { path: 'strings.Split', operator: 'identity' },
    { path: 'strings.SplitN', operator: 'identity' },
    { path: 'strings.Cut', operator: 'piece' },
    { path: 'strings.Index', operator: 'indexOf' },
    { path: 'strings.IndexByte', operator: 'indexOf' },
    { path: 'strings.SplitSeq', operator: 'identity' },
    { path: 'strings.Fields', operator: 'identity' },
    { path: 'strings.FieldsFunc', operator: 'identity' },
    { path: '**.IsZero', operator: 'is-zero' },
    { path: 'fmt.Sprintf', operator: 'format' },
    { path: 'fmt.Sprint', operator: 'text' },
    { path: 'string', operator: 'identity' },
    { path: 'bool', operator: 'boolean' },
    { path: 'slices.Contains', operator: 'includes' },
    // https://pkg.go.dev/net/url#Parse: Scheme is a field of what is parsed.
    { path: 'net/url.Parse', operator: 'identity' },
    { path: 'net/url.ParseRequestURI', operator: 'identity' },
    { path: 'net/url.MustParse', operator: 'identity' },
  ],
  exits: ['os.Exit', 'log.Fatal', 'log.Fatalf', 'log.Fatalln', 'panic', 'log.Panic', 'log.Panicf', 'log.Panicln'],
  // https://go.dev/ref/spec#Program_initialization_and_execution
  starts: { functions: ['init', 'main'] },
};
