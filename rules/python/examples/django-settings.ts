/** Examples of the surfaces in ../django-settings.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'django/settings-session': {
    file: 'site/settings.py',
    beside: {
      'manage.py': code`
        import os
        os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')
      `,
    },
    bad: code`
      DEBUG = env.bool("DEBUG", default=False)
      INSTALLED_APPS = ["django.contrib.sessions"]
      SESSION_COOKIE_SECURE = not DEBUG
    `,
    good: code`
      DEBUG = env.bool("DEBUG", default=False)
      INSTALLED_APPS = ["django.contrib.sessions"]
      SESSION_COOKIE_SECURE = True
    `,
  },
  'django/settings-csrf': {
    file: 'site/settings.py',
    beside: {
      'manage.py': code`
        import os
        os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')
      `,
    },
    bad: code`
      MIDDLEWARE = ["django.middleware.csrf.CsrfViewMiddleware"]
      SESSION_COOKIE_SECURE = True
      CSRF_COOKIE_SECURE = os.environ.get("CSRF_SECURE", "0") == "1"
    `,
    good: code`
      MIDDLEWARE = ["django.middleware.csrf.CsrfViewMiddleware"]
      SESSION_COOKIE_SECURE = True
      CSRF_COOKIE_SECURE = True
    `,
  },
  'django/settings-language': {
    file: 'site/settings.py',
    beside: {
      'manage.py': code`
        import os
        os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')
      `,
    },
    bad: code`
      USE_I18N = True
      MIDDLEWARE = ["django.middleware.locale.LocaleMiddleware"]
      LANGUAGE_COOKIE_SECURE = False
    `,
    good: code`
      USE_I18N = True
      MIDDLEWARE = ["django.middleware.locale.LocaleMiddleware"]
      LANGUAGE_COOKIE_SECURE = True
    `,
  },
  'dj-rest-auth/jwt-auth-secure': {
    file: 'site/settings.py',
    beside: {
      'manage.py': code`
        import os
        os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')
      `,
    },
    bad: code`
      REST_AUTH = {
          "USE_JWT": True,
          "JWT_AUTH_COOKIE": "access",
      }
    `,
    good: code`
      REST_AUTH = {
          "USE_JWT": True,
          "JWT_AUTH_COOKIE": "access",
          "JWT_AUTH_SECURE": True,
      }
    `,
  },
  'simplejwt/auth-cookie-secure-convention': {
    file: 'site/settings.py',
    beside: {
      'manage.py': code`
        import os
        os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')
      `,
    },
    bad: code`
      SIMPLE_JWT = {
          "AUTH_COOKIE": "access_token",
          "AUTH_COOKIE_SECURE": False,
      }
    `,
    good: code`
      SIMPLE_JWT = {
          "AUTH_COOKIE": "access_token",
          "AUTH_COOKIE_SECURE": True,
      }
    `,
  },
  'django-graphql-jwt/cookie-secure': {
    file: 'site/settings.py',
    beside: {
      'manage.py': code`
        import os
        os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')
      `,
      'site/urls.py': code`
        from graphql_jwt.decorators import jwt_cookie
        urlpatterns = [path('graphql', jwt_cookie(GraphQLView.as_view()))]
      `,
    },
    bad: code`
      GRAPHQL_JWT = {
          "JWT_VERIFY_EXPIRATION": True,
      }
    `,
    good: code`
      GRAPHQL_JWT = {
          "JWT_VERIFY_EXPIRATION": True,
          "JWT_COOKIE_SECURE": True,
      }
    `,
  },
  'django-allauth/cookies': {
    file: 'site/settings.py',
    beside: {
      'manage.py': code`
        import os
        os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')
      `,
    },
    bad: code`
      SESSION_COOKIE_SECURE = True
      MFA_TRUST_ENABLED = True
      MFA_TRUST_COOKIE_SECURE = False
    `,
    good: code`
      SESSION_COOKIE_SECURE = True
      MFA_TRUST_ENABLED = True
      MFA_TRUST_COOKIE_SECURE = True
    `,
  },
  'django/settings-configurations-class': {
    file: 'site/settings.py',
    beside: {
      'manage.py': code`
        import os
        os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')
      `,
    },
    bad: code`
      from configurations import Configuration, values

      class Base(Configuration):
          SESSION_COOKIE_SECURE = values.BooleanValue(False)

      class Production(Base):
          DEBUG = False
    `,
    good: code`
      from configurations import Configuration, values

      class Base(Configuration):
          SESSION_COOKIE_SECURE = True

      class Production(Base):
          DEBUG = False
    `,
  },
} satisfies Examples;
