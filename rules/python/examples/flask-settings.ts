/** Examples of the surfaces in ../flask-settings.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'flask/config-session': {
    bad: code`
      app = Flask(__name__)
      app.config.update(
          SECRET_KEY="dev",
          SESSION_COOKIE_HTTPONLY=True,
      )
    `,
    good: code`
      app = Flask(__name__)
      app.config.update(
          SECRET_KEY="dev",
          SESSION_COOKIE_HTTPONLY=True,
          SESSION_COOKIE_SECURE=True,
      )
    `,
  },
  'flask/config-class-inheritance': {
    bad: code`
      class Config:
          SECRET_KEY = os.environ["SECRET_KEY"]

      class ProductionConfig(Config):
          SESSION_COOKIE_SECURE = True

      class StagingConfig(Config):
          pass
    `,
    good: code`
      class Config:
          SECRET_KEY = os.environ["SECRET_KEY"]
          SESSION_COOKIE_SECURE = True

      class ProductionConfig(Config):
          pass

      class StagingConfig(Config):
          pass
    `,
  },
  'quart/config-session': {
    bad: code`
      app = Quart(__name__)
      app.secret_key = os.environ["KEY"]
    `,
    good: code`
      app = Quart(__name__)
      app.secret_key = os.environ["KEY"]
      app.config["SESSION_COOKIE_SECURE"] = True
    `,
  },
  'superset/config': {
    file: 'superset_config.py',
    bad: code`
      # superset_config.py
      TALISMAN_ENABLED = True
      TALISMAN_CONFIG = {"force_https": False, "session_cookie_secure": False}
    `,
    good: code`
      # superset_config.py
      TALISMAN_ENABLED = True
      TALISMAN_CONFIG = {"force_https": False, "session_cookie_secure": True}
      SESSION_COOKIE_SECURE = True
    `,
  },
  'pgadmin/config': {
    file: 'config_local.py',
    bad: code`
      # config_local.py
      SERVER_MODE = True
    `,
    good: code`
      # config_local.py
      SERVER_MODE = True
      SESSION_COOKIE_SECURE = True
    `,
  },
  'flask-login/remember-cookie': {
    bad: code`
      app.config["SESSION_COOKIE_SECURE"] = True
      login_manager = LoginManager(app)
      login_user(user, remember=True)
    `,
    good: code`
      app.config["SESSION_COOKIE_SECURE"] = True
      app.config["REMEMBER_COOKIE_SECURE"] = True
      login_manager = LoginManager(app)
      login_user(user, remember=True)
    `,
  },
  'flask-oidc/id-token-cookie': {
    bad: code`
      app.config["SESSION_COOKIE_SECURE"] = True
      app.config["OIDC_ID_TOKEN_COOKIE_SECURE"] = False
      oidc = OpenIDConnect(app)
    `,
    good: code`
      app.config["SESSION_COOKIE_SECURE"] = True
      app.config["OIDC_ID_TOKEN_COOKIE_SECURE"] = True
      oidc = OpenIDConnect(app)
    `,
  },
  'flask-jwt-extended/cookie-secure': {
    bad: code`
      app.config["JWT_TOKEN_LOCATION"] = ["cookies"]
      jwt = JWTManager(app)
    `,
    good: code`
      app.config["JWT_TOKEN_LOCATION"] = ["cookies"]
      app.config["JWT_COOKIE_SECURE"] = True
      jwt = JWTManager(app)
    `,
  },
  'flask-security/cookies': {
    bad: code`
      SECURITY_CSRF_COOKIE_NAME = "XSRF-TOKEN"
      SECURITY_CSRF_COOKIE = {"samesite": "Strict", "httponly": False}
    `,
    good: code`
      SECURITY_CSRF_COOKIE_NAME = "XSRF-TOKEN"
      SECURITY_CSRF_COOKIE = {"samesite": "Strict", "httponly": False, "secure": True}
    `,
  },
  'flask/talisman': {
    bad: code`
      from flask import Flask
      from flask_talisman import Talisman

      app = Flask(__name__)
      Talisman(app, session_cookie_secure=False)
      app.config['SECRET_KEY'] = key
    `,
    good: code`
      from flask import Flask
      from flask_talisman import Talisman

      app = Flask(__name__)
      Talisman(app)
      app.config['SECRET_KEY'] = key
    `,
  },
} satisfies Examples;
