/** Ruby constants come from the files that Rails would load, and from files that are required. */
import { expect, it } from 'vitest';
import { productionValue, Repository } from './repository.js';

const shop = {
  Gemfile: "gem 'rails'\n",
  'app/controllers/admin/sessions_controller.rb': `module Admin
  class SessionsController < ApplicationController
    def create
      model = CookieOptions::SECURE
      nested = Auth::Cookies::SECURE
      compact = Auth::Flags.options[:secure]
      own = Defaults::SECURE
      acronym = SSOFlags::SECURE
      global = COOKIE_SECURE
      library = ActiveSupport::Duration::SECURE
      called = CookieOptions.build(secure: false)[:secure]
    end
  end
end
`,
  'app/models/cookie_options.rb': 'class CookieOptions\n  SECURE = true\n  def self.build(secure:)\n    { secure: secure }\n  end\nend\n',
  'app/services/auth/cookies.rb': 'module Auth\n  class Cookies\n    SECURE = false\n  end\nend\n',
  'lib/auth/flags.rb': 'class Auth::Flags\n  def self.options = { secure: true }\nend\n',
  'app/controllers/admin/defaults.rb': 'module Admin\n  module Defaults\n    SECURE = true\n  end\nend\n',
  'app/models/defaults.rb': 'module Defaults\n  SECURE = false\nend\n',
  'app/models/concerns/sso_flags.rb': 'module SSOFlags\n  SECURE = false\nend\n',
  'config/initializers/cookies.rb': 'COOKIE_SECURE = true\n',
  'bin/run.rb': "require_relative '../lib/plain'\nsecure = Plain::SECURE\n",
  'lib/plain.rb': 'module Plain\n  SECURE = true\nend\n',
};

it('follows constants by their autoload paths', async () => {
  const repository = await Repository.of(shop);
  const value = (name: string): unknown => productionValue(repository, 'app/controllers/admin/sessions_controller.rb', name);
  expect(value('model')).toBe(true);
  expect(value('nested')).toBe(false);
  expect(value('compact')).toBe(true);
  expect(value('own')).toBe(true);
  expect(value('acronym')).toBe(false);
  expect(value('global')).toBe(true);
  expect(value('library')).toBe('symbol');
  expect(value('called')).toBe(false);
});

it('follows required files', async () => {
  const repository = await Repository.of(shop);
  expect(productionValue(repository, 'bin/run.rb', 'secure')).toBe(true);
  expect(repository.follow('bin/run.rb', '../lib/plain')).toBe('lib/plain.rb');
});
