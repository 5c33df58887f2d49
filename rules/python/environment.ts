/** How Python reads the environment, the operator's configuration and the request's scheme, and what its pure functions do. */
import type { EnvironmentIdiom, FunctionIdiom, LanguageIdioms, RequestIdiom, SettingsIdiom } from '../../src/values/idioms.js';

const named = { index: 1, name: 'default' } as const;

export const pythonIdioms: LanguageIdioms = {
  environment: [
    // https://docs.python.org/3/library/os.html#os.environ
    { call: 'os.getenv', argument: { index: 0, name: 'key' }, fallback: named },
    { call: 'os.environ.get', argument: { index: 0, name: 'key' }, fallback: named },
    { call: 'os.environ.pop', fallback: { index: 1 } },
    { call: 'os.environ.setdefault', fallback: { index: 1 } },
    { call: 'os.environ.__getitem__', required: true },
    { read: 'os.environ.*', required: true },
    // https://django-environ.readthedocs.io/en/latest/types.html: the scheme of the constructor holds the defaults.
    { call: 'environ.Env()**.bool', argument: { index: 0, name: 'var' }, fallback: named, cast: 'boolean', required: true },
    { call: 'environ.Env()**.int', fallback: named, cast: 'number', required: true },
    { call: 'environ.Env()**.*', argument: { index: 0, name: 'var' }, fallback: named, castArgument: { name: 'cast' }, required: true },
    {
      call: 'environ.Env()**',
      argument: { index: 0, name: 'var' },
      fallback: { index: 2, name: 'default' },
      castArgument: { index: 1, name: 'cast' },
      required: true,
    },
    { call: 'environ.FileAwareEnv()**.bool', fallback: named, cast: 'boolean', required: true },
    { call: 'environ.FileAwareEnv()**', fallback: { index: 2, name: 'default' }, castArgument: { index: 1, name: 'cast' }, required: true },
    // https://github.com/sloria/environs
    { call: 'environs.Env()**.bool', argument: { index: 0, name: 'name' }, fallback: named, cast: 'boolean', required: true },
    { call: 'environs.Env()**.int', fallback: named, cast: 'number', required: true },
    { call: 'environs.Env()**.*', argument: { index: 0, name: 'name' }, fallback: named, required: true },
    { call: 'environs.Env()**', argument: { index: 0, name: 'name' }, fallback: named, required: true },
    { call: 'environs.env.bool', fallback: named, cast: 'boolean', required: true },
    { call: 'environs.env.*', fallback: named, required: true },
    // https://github.com/HBNetwork/python-decouple: cast=bool reads the words of configparser.
    {
      call: 'decouple.config',
      argument: { index: 0, name: 'option' },
      fallback: named,
      castArgument: { index: 2, name: 'cast' },
      required: true,
    },
    { call: 'decouple.Config()', fallback: named, castArgument: { index: 2, name: 'cast' }, required: true },
    { call: 'decouple.AutoConfig()', fallback: named, castArgument: { index: 2, name: 'cast' }, required: true },
    // https://www.starlette.io/config/
    {
      call: 'starlette.config.Config()',
      fallback: { index: 2, name: 'default' },
      castArgument: { index: 1, name: 'cast' },
      required: true,
    },
    { call: 'starlette.config.environ.get', fallback: named },
    { read: 'starlette.config.environ.*' },
    // https://django-configurations.readthedocs.io/en/stable/values/: DJANGO_<NAME> in the environment.
    {
      call: 'configurations.values.BooleanValue',
      argument: { name: 'environ_name' },
      variable: 'DJANGO_*',
      fallback: { index: 0, name: 'default' },
      cast: 'boolean',
    },
    { call: 'configurations.values.*', argument: { name: 'environ_name' }, variable: 'DJANGO_*', fallback: { index: 0, name: 'default' } },
    // https://django-constance.readthedocs.io
    { read: 'constance.config.*', source: 'configuration' },
    // https://docs.python.org/3/library/configparser.html
    ...['ConfigParser', 'RawConfigParser', 'SafeConfigParser'].flatMap((parser): EnvironmentIdiom[] => [
      {
        call: `configparser.${parser}()**.getboolean`,
        argument: { index: 1, name: 'option' },
        fallback: { name: 'fallback' },
        cast: 'boolean',
        source: 'configuration',
      },
      {
        call: `configparser.${parser}()**.get`,
        argument: { index: 1, name: 'option' },
        fallback: { name: 'fallback' },
        source: 'configuration',
      },
    ]),
    // What nobody can follow and is called so asks for the mode.
    ...['is_production', 'is_prod'].map((name): EnvironmentIdiom => ({ predicate: `**.${name}`, mode: 'production' })),
    // https://www.tornadoweb.org/en/stable/options.html
    { read: 'tornado.options.options.*', source: 'configuration' },
    { read: 'tornado.options.define().*', source: 'configuration' },
    // https://flask.palletsprojects.com/en/stable/api/#flask.Flask.debug: from FLASK_DEBUG.
    { read: '**.current_app.debug', variable: 'FLASK_DEBUG', cast: 'boolean' },
    { read: 'flask.Flask()**.debug', variable: 'FLASK_DEBUG', cast: 'boolean' },
    { read: 'quart.Quart()**.debug', variable: 'QUART_DEBUG', cast: 'boolean' },
    { read: 'flask.Flask()**.env', variable: 'FLASK_ENV' },
    { read: '**.current_app.env', variable: 'FLASK_ENV' },
    { call: 'flask.helpers.get_debug_flag', variable: 'FLASK_DEBUG', cast: 'boolean' },
    { read: 'sanic.Sanic()**.debug', variable: 'SANIC_DEBUG', cast: 'boolean' },
    { read: 'fastapi.FastAPI()**.debug', variable: 'DEBUG', cast: 'boolean' },
    { read: 'app.debug', variable: 'DEBUG', cast: 'boolean' },
    { read: 'sys.argv.*', source: 'configuration' },
    // https://docs.python.org/3/library/argparse.html
    { read: 'argparse.ArgumentParser()**.parse_args().*', source: 'configuration' },
    // Settings objects by convention, where their module is not in the repository (surface python/pydantic-settings-field).
    { call: '**.settings.get', fallback: named, source: 'configuration' },
    { call: '**.config.get', fallback: named, source: 'configuration' },
    { read: '**.settings.*', source: 'configuration' },
    { read: '**.config.config.*', source: 'configuration' },
    { read: 'config.*', source: 'configuration' },
  ],
  settings: [
    // https://www.dynaconf.com/#reading-the-settings
    ...['dynaconf.Dynaconf()**', 'dynaconf.LazySettings()**', 'dynaconf.settings'].flatMap((object): SettingsIdiom[] => [
      { section: object, of: 'dynaconf' },
      { object, of: 'dynaconf', methods: ['get', 'as_bool'] },
    ]),
    // https://docs.djangoproject.com/en/5.2/topics/settings/#using-settings-in-python-code
    { object: 'django.conf.settings', of: 'django' },
    // https://flask.palletsprojects.com/en/stable/config/
    { object: 'flask.Flask()**.config', of: 'flask' },
    { object: '**.current_app.config', of: 'flask' },
    { object: 'quart.Quart()**.config', of: 'flask' },
    { object: 'app.config', of: 'flask' },
    // https://flask.palletsprojects.com/en/stable/api/#flask.sessions.SessionInterface.get_cookie_secure
    { call: '**.get_cookie_secure', of: 'flask', key: 'SESSION_COOKIE_SECURE' },
  ],
  settingsClasses: [
    // https://docs.pydantic.dev/latest/concepts/pydantic_settings/: the environment overrides every field.
    'pydantic_settings.BaseSettings',
    'pydantic.BaseSettings',
    'pydantic.v1.BaseSettings',
    'pydantic_settings.main.BaseSettings',
  ],
  request: [
    // https://docs.djangoproject.com/en/5.2/ref/request-response/#django.http.HttpRequest.is_secure
    { path: '**.request.is_secure', what: 'is-https' },
    { path: '**.req.is_secure', what: 'is-https' },
    { path: '**.request._request.is_secure', what: 'is-https' },
    { path: '**.request.scheme', what: 'scheme' },
    { path: '**.req.scheme', what: 'scheme' },
    // https://www.starlette.io/requests/#url
    { path: '**.request.url.scheme', what: 'scheme' },
    { path: '**.request.url.is_secure', what: 'is-https' },
    { path: '**.request.base_url.scheme', what: 'scheme' },
    { path: '**.request.url', what: 'url' },
    { path: '**.request.base_url', what: 'url' },
    { path: '**.request.build_absolute_uri', what: 'url' },
    { path: '**.request.host_url', what: 'url' },
    { path: '**.request.url_root', what: 'url' },
    { path: '**.request.urlparts.scheme', what: 'scheme' },
    // https://docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.BaseRequest.secure
    { path: '**.request.secure', what: 'is-https' },
    { path: '**.req.secure', what: 'is-https' },
    // https://www.tornadoweb.org/en/stable/httputil.html#tornado.httputil.HTTPServerRequest
    { path: '**.request.protocol', what: 'scheme' },
    { path: '**.request.is_https', what: 'is-https' },
    // https://peps.python.org/pep-3333/#environ-variables
    { path: '**.environ.wsgi.url_scheme', what: 'scheme' },
    { path: '**.environ.get', what: 'scheme', argument: /^(?:wsgi\.url_scheme|http_x_forwarded_(?:proto|protocol|scheme))$/ },
    { path: '**.META.get', what: 'scheme', argument: /^(?:wsgi\.url_scheme|http_x_forwarded_(?:proto|protocol|scheme))$/ },
    { path: '**.META.HTTP_X_FORWARDED_PROTO', what: 'scheme' },
    { path: '**.environ.HTTP_X_FORWARDED_PROTO', what: 'scheme' },
    { path: '**.headers.get', what: 'scheme', argument: /^x-forwarded-(?:proto|protocol|scheme)$/ },
    { path: '**.get_header', what: 'scheme', argument: /^x-forwarded-(?:proto|protocol|scheme)$/ },
    { path: '**.headers.get', what: 'cgi-https', argument: /^x-forwarded-ssl$/ },
    { path: '**.headers.X-Forwarded-Proto', what: 'scheme' },
    { path: '**.headers.x-forwarded-proto', what: 'scheme' },
    { path: '**.scope.scheme', what: 'scheme' },
    { path: '**.headers.get', what: 'other', argument: /^(?:host|origin|referer|user-agent)$/ },
    { path: '**.request.get_host', what: 'other' },
    { path: '**.request.host', what: 'other' },
    { path: '**.request.headers.*', what: 'other' },
    { path: '**.request.META.*', what: 'other' },
    { path: '**.request.is_local', what: 'other' },
    // What a visitor sends along: https://flask.palletsprojects.com/en/stable/api/#flask.Request, https://docs.djangoproject.com/en/5.2/ref/request-response/
    ...['args', 'form', 'values', 'json', 'cookies', 'GET', 'POST', 'COOKIES', 'data', 'query_params', 'path_params'].map(
      (part): RequestIdiom => ({ path: `**.request.${part}`, what: 'data' }),
    ),
  ],
  functions: [
    { path: 'bool', operator: 'boolean' },
    { path: 'str', operator: 'string' },
    { path: 'int', operator: 'number' },
    { path: 'len', operator: 'length' },
    // https://docs.python.org/3/library/functions.html#all
    // https://docs.python.org/3/library/functions.html
    ...['list', 'tuple', 'set', 'frozenset', 'iter'].map((path): FunctionIdiom => ({ path, operator: 'list-of' })),
    { path: 'reversed', operator: 'list-reversed' },
    { path: 'zip', operator: 'zip' },
    { path: 'enumerate', operator: 'enumerate', args: 1 },
    { path: 'next', operator: 'next-of' },
    { path: 'map', operator: 'map-list' },
    { path: 'filter', operator: 'filter-list' },
    { path: 'functools.reduce', operator: 'reduce-list' },
    { path: 'sum', operator: 'sum', args: 1 },
    { path: 'max', operator: 'max' },
    { path: 'min', operator: 'min' },
    { path: 'abs', operator: 'absolute' },
    { path: 'round', operator: 'round', args: 1 },
    { path: 'hasattr', operator: 'hasattr' },
    { path: 'dict.fromkeys', operator: 'from-keys' },
    { path: 'collections.ChainMap', operator: 'first-wins' },
    { path: 'collections.OrderedDict', operator: 'record' },
    { path: 'types.MappingProxyType', operator: 'record' },
    { path: 'operator.not_', operator: 'not' },
    { path: 'operator.truth', operator: 'boolean' },
    // https://docs.python.org/3/library/contextlib.html#contextlib.nullcontext, https://docs.python.org/3/library/asyncio-runner.html#asyncio.run
    { path: 'contextlib.nullcontext', operator: 'identity' },
    { path: 'asyncio.run', operator: 'identity' },
    { path: 'json.dumps', operator: 'json' },
    { path: 'dataclasses.replace', operator: 'replaced' },
    { path: 'attr.evolve', operator: 'replaced' },
    { path: 'attrs.evolve', operator: 'replaced' },
    { path: '**._replace', operator: 'replaced' },
    { path: '**._asdict', operator: 'fields' },
    // https://docs.python.org/3/library/stdtypes.html#string-methods
    { path: '**.replace', operator: 'replace-all', args: 2 },
    { path: '**.split', operator: 'split' },
    { path: '**.partition', operator: 'partition' },
    { path: '**.title', operator: 'title' },
    { path: '**.capitalize', operator: 'capitalize' },
    { path: '**.removeprefix', operator: 'without-prefix' },
    { path: '**.removesuffix', operator: 'without-suffix' },
    { path: '**.isdigit', operator: 'is-digits' },
    { path: '**.isnumeric', operator: 'is-digits' },
    { path: '**.count', operator: 'count-of' },
    { path: '**.find', operator: 'find' },
    { path: 'all', operator: 'every' },
    { path: 'any', operator: 'some' },
    // https://docs.python.org/3/library/re.html
    { path: 're.match', operator: 'find-start' },
    { path: 're.search', operator: 'find-anywhere' },
    { path: 're.fullmatch', operator: 'find-whole' },
    { path: 'float', operator: 'number' },
    { path: 'json.loads', operator: 'parse-json' },
    { path: 'ast.literal_eval', operator: 'parse-literal' },
    { path: 'yaml.safe_load', operator: 'parse-json' },
    { path: 'tomllib.loads', operator: 'parse-json' },
    { path: 'toml.loads', operator: 'parse-json' },
    { path: 'yaml.load', operator: 'parse-json' },
    // https://docs.python.org/3/library/json.html#json.load and its kin take an opened file, `toml.load` a path too.
    ...['json.load', 'tomllib.load', 'tomli.load', 'toml.load', 'simplejson.load'].map((path): FunctionIdiom => ({
      path,
      operator: 'data-file',
    })),
    { path: 'getattr', operator: 'getattr' },
    { path: 'importlib.import_module', operator: 'import-module' },
    { path: 'isinstance', operator: 'is-a' },
    { path: 'dict', operator: 'record' },
    // https://docs.python.org/3/library/types.html#types.SimpleNamespace, https://docs.python.org/3/library/argparse.html#argparse.Namespace
    { path: 'types.SimpleNamespace', operator: 'record' },
    { path: 'argparse.Namespace', operator: 'record' },
    // https://docs.python.org/3/library/dataclasses.html, https://docs.python.org/3/library/functions.html#vars
    ...['dataclasses.asdict', 'attr.asdict', 'attrs.asdict', 'vars'].map((path): FunctionIdiom => ({ path, operator: 'fields' })),
    ...['dataclasses.field', 'attr.ib', 'attrs.field'].map((path): FunctionIdiom => ({ path, operator: 'field-default' })),
    // https://docs.python.org/3/library/functools.html#functools.partial
    { path: 'functools.partial', operator: 'partial' },
    { path: 'copy.copy', operator: 'identity' },
    // https://docs.python.org/3/library/typing.html#typing.cast: the second argument as it is.
    { path: 'typing.cast', operator: 'identity', reversed: true },
    { path: 'copy.deepcopy', operator: 'identity' },
    // https://docs.python.org/3.11/distutils/apiref.html#distutils.util.strtobool
    { path: 'distutils.util.strtobool', operator: 'parse-boolean' },
    { path: 'setuptools.distutils.util.strtobool', operator: 'parse-boolean' },
    { path: 'strtobool.strtobool', operator: 'parse-boolean' },
    { path: 'str2bool.str2bool', operator: 'parse-boolean' },
    { path: 'environ.Env.parse_value', operator: 'parse-boolean' },
    // https://docs.pylonsproject.org/projects/pyramid/en/latest/api/settings.html
    { path: 'pyramid.settings.asbool', operator: 'parse-boolean' },
    { path: 'paste.deploy.converters.asbool', operator: 'parse-boolean' },
    { path: 'starlette.datastructures.URL', operator: 'identity' },
    // https://docs.python.org/3/library/urllib.parse.html: the parts of a URL are members of what is parsed.
    { path: 'urllib.parse.urlparse', operator: 'identity' },
    { path: 'urllib.parse.urlsplit', operator: 'identity' },
    { path: 'urlparse.urlparse', operator: 'identity' },
    { path: 'yarl.URL', operator: 'identity' },
    { path: 'functools.cache', operator: 'identity' },
    { path: '**.startswith', operator: 'startsWith' },
    { path: '**.endswith', operator: 'endsWith' },
    { path: '**.lower', operator: 'lower' },
    { path: '**.casefold', operator: 'lower' },
    { path: '**.upper', operator: 'upper' },
    { path: '**.strip', operator: 'trim' },
    { path: '**.join', operator: 'join', reversed: true },
    { path: '**.format', operator: 'format' },
    { path: '**.encode', operator: 'identity' },
    { path: '**.decode', operator: 'identity' },
  ],
  // https://www.starlette.io/applications/#storing-state-on-the-app-instance, https://docs.aiohttp.org/en/stable/web_advanced.html#application-s-config,
  // https://sanic.dev/en/guide/basics/app.html#application-context, https://docs.pylonsproject.org/projects/pyramid/en/latest/narr/registry.html
  sharedObjects: [
    '**.request.app',
    '**.request.app.config',
    '**.req.app',
    '**.websocket.app',
    '**.request.app.state',
    '**.req.app.state',
    '**.app.state',
    '**.request.app.ctx',
    '**.app.ctx',
    '**.request.state',
    '**.request.config_dict',
    '**.request.registry',
    '**.current_app',
    'this.application',
    'flask.current_app',
  ],
  // https://docs.python.org/3/library/configparser.html
  fileParsers: [
    {
      made: /(?:^|\.)(?:Raw|Safe)?ConfigParser$/,
      read: ['read', 'read_file', 'readfp'],
      get: { get: undefined, getboolean: 'parse-boolean' },
    },
  ],
  exits: ['sys.exit', 'exit', 'os._exit'],
};
