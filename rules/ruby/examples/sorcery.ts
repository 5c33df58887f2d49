/** Examples of the surfaces in ../sorcery.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'sorcery/remember-me': {
    file: 'config/application.rb',
    packages: ['rails', 'sorcery'],
    bad: code`
      module Shop
        class Application < Rails::Application
          config.sorcery.submodules = [:remember_me]
        end
      end
    `,
    good: code`
      module Shop
        class Application < Rails::Application
          config.force_ssl = true
          config.sorcery.submodules = [:remember_me]
        end
      end
    `,
  },
} satisfies Examples;
