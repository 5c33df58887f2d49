/** How Ruby, Rails, Rack and Sinatra read the environment, the operator's configuration and the request's scheme. */
import type { FunctionIdiom, LanguageIdioms, RequestIdiom } from '../../src/values/idioms.js';

export const rubyIdioms: LanguageIdioms = {
  environment: [
    // https://docs.ruby-lang.org/en/3.4/ENV.html
    { read: 'ENV.*' },
    { call: 'ENV.fetch', fallback: { index: 1 }, required: true },
    { call: 'ENV.dig' },
    // https://api.rubyonrails.org/classes/Rails.html#method-c-env
    { read: 'Rails.env', variable: 'RAILS_ENV', unset: 'development' },
    { read: '**.Rails.env', variable: 'RAILS_ENV', unset: 'development' },
    // https://sinatrarb.com/configuration.html: `environment` is APP_ENV or RACK_ENV.
    { read: 'settings.environment', variable: 'APP_ENV', unset: 'development' },
    { read: 'Sinatra.Base.environment', variable: 'APP_ENV', unset: 'development' },
    // https://padrinorb.com/guides/advanced-usage/: development where it is not said
    { read: 'Padrino.env', variable: 'RACK_ENV', unset: 'development' },
    { predicate: '**.production?', mode: 'production', unset: 'development' },
    { predicate: '**.development?', mode: 'development', unset: 'development' },
    { predicate: '**.test?', mode: 'test', unset: 'development' },
    { modes: 'configure', variable: 'APP_ENV', unset: 'development' },
    // https://guides.hanamirb.org/v2.2/app/environments/
    { modes: 'Hanami.env?', variable: 'HANAMI_ENV', unset: 'development' },
    { read: 'Hanami.env', variable: 'HANAMI_ENV', unset: 'development' },
    // https://guides.rubyonrails.org/security.html#custom-credentials: encrypted, so that nobody but the operator can read them
    { read: 'Rails.application().credentials', source: 'configuration' },
    { read: 'Rails.application().secrets', source: 'configuration' },
    // https://github.com/laserlemon/figaro, https://github.com/bkeepers/dotenv
    { read: 'Figaro.env().*' },
    { call: 'GlobalConfig.get', source: 'configuration' },
    { read: '**.Configuration.*', source: 'configuration' },
    { read: 'AppConfig.*', source: 'configuration' },
    { read: 'APP_CONFIG.*', source: 'configuration' },
  ],
  settings: [
    // https://guides.rubyonrails.org/configuring.html#config-force-ssl, as read by other settings and by controllers.
    { call: 'Rails.application().config().force_ssl', of: 'rails', key: 'force_ssl' },
    { call: 'Rails.configuration().force_ssl', of: 'rails', key: 'force_ssl' },
    { call: '**.Application.config().force_ssl', of: 'rails', key: 'force_ssl' },
    // https://guides.rubyonrails.org/configuring.html#custom-configuration
    { section: 'Rails.application().config()', of: 'rails' },
    { section: 'Rails.configuration()', of: 'rails' },
    { call: 'Rails.application().config_for', of: 'rails-config-for' },
    { call: 'config_for', of: 'rails-config-for' },
    // https://github.com/rubyconfig/config#accessing-the-settings-object
    { section: 'Settings', of: 'ruby-config' },
    { call: 'config.force_ssl', of: 'rails', key: 'force_ssl' },
    { call: 'app.config().force_ssl', of: 'rails', key: 'force_ssl' },
  ],
  request: [
    // https://api.rubyonrails.org/classes/ActionDispatch/Http/URL.html, https://rubydoc.info/gems/rack/Rack/Request/Helpers
    { path: '**.request.ssl?', what: 'is-https' },
    { path: '**.request().ssl?', what: 'is-https' },
    { path: '**.request.secure?', what: 'is-https' },
    { path: '**.request().secure?', what: 'is-https' },
    { path: '**.req.ssl?', what: 'is-https' },
    { path: '**.r.ssl?', what: 'is-https' },
    { path: 'ssl?', what: 'is-https' },
    { path: '**.request.scheme', what: 'scheme' },
    { path: '**.request().scheme', what: 'scheme' },
    { path: '**.request.protocol', what: 'scheme-slashes' },
    { path: '**.request().protocol', what: 'scheme-slashes' },
    { path: '**.request.url', what: 'url' },
    { path: '**.request.original_url', what: 'url' },
    { path: '**.request.base_url', what: 'url' },
    // https://rubydoc.info/gems/rack/Rack/Request/Env: the hash itself, or what looks a key up in it.
    ...['env', 'env()', '@env'].flatMap((env): RequestIdiom[] => [
      { path: `**.${env}.rack.url_scheme`, what: 'scheme' },
      { path: `**.${env}.HTTP_X_FORWARDED_PROTO`, what: 'scheme' },
      { path: `**.${env}.HTTP_X_FORWARDED_SCHEME`, what: 'scheme' },
      { path: `**.${env}.HTTPS`, what: 'cgi-https' },
      { path: `**.${env}.HTTP_X_FORWARDED_SSL`, what: 'cgi-https' },
      { path: `**.${env}.SERVER_PROTOCOL`, what: 'other' },
    ]),
    ...['get_header', 'fetch_header', 'env.fetch', 'env().fetch'].flatMap((method): RequestIdiom[] => [
      { path: `**.${method}`, what: 'scheme', argument: /^(?:rack\.url_scheme|http_x_forwarded_(?:proto|scheme))$/ },
      { path: `**.${method}`, what: 'cgi-https', argument: /^(?:https|http_x_forwarded_ssl)$/ },
    ]),
    { path: '**.headers().X-Forwarded-Proto', what: 'scheme' },
    { path: '**.request.host', what: 'other' },
    { path: '**.request().host', what: 'other' },
    { path: '**.request.domain', what: 'other' },
    { path: '**.request.local?', what: 'other' },
    { path: '**.request.user_agent', what: 'other' },
    { path: 'params.*', what: 'data' },
    { path: 'params().*', what: 'data' },
  ],
  functions: [
    // https://api.rubyonrails.org/classes/ActiveSupport/StringInquirer.html, https://api.rubyonrails.org/classes/ActiveSupport/EnvironmentInquirer.html
    { path: '**.production?', operator: '==', with: 'production' },
    { path: '**.development?', operator: '==', with: 'development' },
    { path: '**.test?', operator: '==', with: 'test' },
    { path: '**.staging?', operator: '==', with: 'staging' },
    { path: '**.local?', operator: 'in', with: ['development', 'test'] },
    // https://api.rubyonrails.org/classes/Object.html
    { path: '**.present?', operator: 'present' },
    { path: '**.blank?', operator: 'blank' },
    { path: '**.presence', operator: 'presence' },
    { path: '**.nil?', operator: 'undefined' },
    { path: '**.empty?', operator: 'blank' },
    { path: '**.in?', operator: 'in' },
    // https://docs.ruby-lang.org/en/3.4/OpenStruct.html
    { path: 'OpenStruct.new', operator: 'record', receiver: false },
    // https://docs.ruby-lang.org/en/3.4/Hash.html
    { path: '**.slice', operator: 'pick' },
    { path: '**.except', operator: 'omit' },
    // https://api.rubyonrails.org/classes/ActiveModel/Type/Boolean.html
    { path: 'ActiveModel.Type.Boolean.new().cast', operator: 'not-false-word', receiver: false },
    { path: 'ActiveRecord.Type.Boolean.new().cast', operator: 'not-false-word', receiver: false },
    { path: 'ActiveRecord.Type.Boolean.new().deserialize', operator: 'not-false-word', receiver: false },
    { path: 'YAML.load', operator: 'parse-json' },
    { path: 'YAML.safe_load', operator: 'parse-json' },
    { path: 'JSON.parse', operator: 'parse-json' },
    { path: '**.to_bool', operator: 'parse-boolean' },
    { path: '**.to_boolean', operator: 'parse-boolean' },
    { path: '**.to_b', operator: 'parse-boolean' },
    { path: 'URI.parse', operator: 'identity' },
    { path: 'URI', operator: 'identity' },
    { path: '**.scheme', operator: 'scheme' },
    { path: '**.start_with?', operator: 'startsWith' },
    { path: '**.starts_with?', operator: 'startsWith' },
    { path: '**.end_with?', operator: 'endsWith' },
    { path: '**.ends_with?', operator: 'endsWith' },
    { path: '**.include?', operator: 'includes' },
    ...['key?', 'has_key?', 'member?'].map((name): FunctionIdiom => ({ path: `**.${name}`, operator: 'includes' })),
    { path: '**.eql?', operator: '==' },
    { path: '**.casecmp?', operator: 'equals-ignoring-case' },
    { path: '**.downcase', operator: 'lower' },
    { path: '**.upcase', operator: 'upper' },
    { path: '**.strip', operator: 'trim' },
    { path: '**.length', operator: 'length' },
    { path: '**.size', operator: 'length' },
    { path: '**.to_s', operator: 'string' },
    { path: '**.to_i', operator: 'number' },
    { path: '**.to_sym', operator: 'identity' },
    { path: '**.freeze', operator: 'identity' },
    { path: '**.inquiry', operator: 'identity' },
    { path: '**.join', operator: 'join' },
  ],
  // https://docs.ruby-lang.org/en/3.4/Kernel.html#method-i-tap
  objectBlocks: ['tap'],
  exits: ['exit', 'abort', 'exit!'],
};
