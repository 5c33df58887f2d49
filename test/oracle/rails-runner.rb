# Boots one Rails application, runs each statement of standard input's JSON in an action, and prints the Set-Cookie headers as JSON.
require "json"
require "logger"
require "action_controller/railtie"

INPUT = JSON.parse($stdin.read)

class OracleApplication < Rails::Application
  config.root = __dir__
  config.eager_load = false
  config.secret_key_base = "x" * 64
  config.hosts.clear
  config.logger = Logger.new(nil)
  config.session_store :cookie_store, key: "_oracle", **INPUT.fetch("session", {}).transform_keys(&:to_sym)
  config.force_ssl = INPUT.fetch("force_ssl", false)
  config.ssl_options = INPUT.fetch("ssl_options", {}).transform_keys(&:to_sym)
end

class PagesController < ActionController::Base
  def show
    INPUT.fetch("statements").fetch(params[:id].to_i).then { |statement| instance_eval(statement) }
    head :ok
  end
end

OracleApplication.initialize!
OracleApplication.routes.draw { get "/:id", to: "pages#show" }
mock = Rack::MockRequest.new(OracleApplication)
answers = INPUT.fetch("statements").each_index.map do |i|
  %w[production development].flat_map do |mode|
    Rails.env = mode
    [true, false].map do |https|
      response = mock.get("#{https ? "https" : "http"}://oracle.example/#{i}")
      { mode: mode, https: https, status: response.status, cookies: (response["Set-Cookie"] || "").split("\n") }
    end
  end
end
puts JSON.generate(answers)
