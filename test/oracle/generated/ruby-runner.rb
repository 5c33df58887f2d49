# Runs generated programs with the real Rack, Sinatra or Rails: for each program and world whether its cookie `sid` is Secure.
# Standard input: JSON {folder, framework, programs: [{main, worlds: [{variables, https}]}]}; standard output: JSON, a list of answers for each.
# An answer is true, false, or null where no cookie is sent in that world. Each program has a process of its own.
require "json"
require "logger"
require "rack"
require "rack/mock"
require "uri"

INPUT = JSON.parse($stdin.read)
$stderr = File.open(File::NULL, "w")
$VERBOSE = nil
SENDS = /^sid=[^;]/.freeze
SECURE = /;\s*secure\s*(?:;|$)/i.freeze
KEPT = ENV.to_h.slice("PATH", "HOME", "LANG")

case INPUT["framework"]
when "sinatra"
  require "sinatra/base"
when "rails"
  ENV["RAILS_ENV"] = "production"
  require "action_controller/railtie"
  class OracleApplication < Rails::Application
    config.root = __dir__
    config.eager_load = false
    config.secret_key_base = "x" * 64
    config.hosts.clear
    config.logger = Logger.new(nil)
  end
  OracleApplication.initialize!
end

def app_of(framework)
  case framework
  when "rack" then Object.const_get(:App).new
  when "sinatra"
    Object.const_get(:App).set(:show_exceptions, false)
    Object.const_get(:App)
  else
    ActionDispatch::Cookies.new(Object.const_get(:PagesController).action(:show))
  end
end

def ask(main, world)
  ENV.replace(KEPT.merge(world["variables"]))
  $LOADED_FEATURES.reject! { |one| one.start_with?(INPUT["folder"]) }
  if INPUT["framework"] == "rails"
    ENV["RAILS_ENV"].nil? ? Rails.instance_variable_set(:@_env, nil) : (Rails.env = ENV["RAILS_ENV"])
  elsif INPUT["framework"] == "sinatra"
    Sinatra::Base.set(:environment, (ENV["APP_ENV"] || ENV["RACK_ENV"] || :development).to_sym)
  end
  before = Object.constants
  load main
  env = Rack::MockRequest.env_for("#{world["https"] ? "https" : "http"}://shop.example/", "REMOTE_ADDR" => "10.0.0.1")
  env["HTTP_X_FORWARDED_PROTO"] = "https" if world["https"]
  env = Rails.application.env_config.merge(env) if INPUT["framework"] == "rails"
  _, headers, = app_of(INPUT["framework"]).call(env)
  sent = (headers["Set-Cookie"] || "").split("\n").grep(SENDS)
  sent.empty? ? nil : sent.all? { |one| one.match?(SECURE) }
rescue Exception
  nil
ensure
  (Object.constants - (before || [])).each { |one| Object.send(:remove_const, one) if Object.const_source_location(one)&.first.to_s.start_with?(INPUT["folder"]) }
end

answers = INPUT["programs"].map do |program|
  reader, writer = IO.pipe
  child = fork do
    reader.close
    writer.write(JSON.generate(program["worlds"].map { |world| ask(program["main"], world) }))
    writer.close
    exit!(0)
  end
  writer.close
  text = reader.read
  Process.wait(child)
  text.empty? ? program["worlds"].map { nil } : JSON.parse(text)
end
puts JSON.generate(answers)
