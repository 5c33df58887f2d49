/** Whole programs of Python as people write them, like those of `javascript-whole-programs.ts`. */
const APP = 'from flask import Flask, make_response';
const VIEW = (send: string): string =>
  `\n\napp = Flask(__name__)\n\n\n@app.route("/")\ndef index():\n    response = make_response("ok")\n    ${send}\n    return response\n`;

export const PYTHON_WHOLE_PROGRAMS: Readonly<Record<string, string>> = {
  'settings class with a helper': `import os

${APP}


def env_bool(name, default=False):
    return os.environ.get(name, str(default)).strip().lower() in {"1", "true", "yes", "on"}


class Settings:
    COOKIE_NAME = "sid"
    COOKIE_SECURE = env_bool("COOKIE_SECURE", True) or S
${VIEW('response.set_cookie(Settings.COOKIE_NAME, "x", httponly=True, secure=Settings.COOKIE_SECURE)')}`,
  'settings module': `${APP}

from settings import settings
${VIEW('response.set_cookie("sid", "x", secure=settings.cookie.secure)')}
=== settings.py
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cookie:
    secure: bool = S
    path: str = "/"


@dataclass
class Settings:
    cookie: Cookie = field(default_factory=Cookie)


settings = Settings()
`,
  'settings from the environment by a class method': `import os
from dataclasses import dataclass

${APP}


@dataclass
class Settings:
    env: str
    secure: bool

    @classmethod
    def from_env(cls, environ=os.environ):
        env = environ.get("APP_ENV", "development")
        return cls(env=env, secure=env == "production" or S)


settings = Settings.from_env()
${VIEW('response.set_cookie("sid", "x", secure=settings.secure)')}`,
  'settings cached by a function': `from functools import lru_cache

${APP}


class Settings:
    def __init__(self, secure=True):
        self.secure = secure


@lru_cache()
def get_settings():
    return Settings(secure=S)
${VIEW('response.set_cookie("sid", "x", secure=get_settings().secure)')}`,
  'cookie options of a class': `${APP}


class CookiePolicy:
    def __init__(self, secure, same_site="Lax"):
        self._secure = secure
        self._same_site = same_site

    @property
    def options(self):
        return {"httponly": True, "secure": self._secure, "samesite": self._same_site}

    def apply(self, response, name, value):
        response.set_cookie(name, value, **self.options)


policy = CookiePolicy(S)
${VIEW('policy.apply(response, "sid", "x")')}`,
  'helper with overrides': `${APP}

DEFAULTS = {"httponly": True, "secure": True, "path": "/"}


def set_cookie(response, name, value, **overrides):
    options = {**DEFAULTS, **overrides}
    response.set_cookie(name, value, **options)
    return response
${VIEW('set_cookie(response, "sid", "x", secure=S)')}`,
  'helper with None as the default': `${APP}

SECURE = S


def set_cookie(response, name, value, secure=None):
    if secure is None:
        secure = SECURE
    response.set_cookie(name, value, secure=secure)
${VIEW('set_cookie(response, "sid", "x")')}`,
  'cookie after the request': `from flask import Flask

app = Flask(__name__)


@app.after_request
def remember(response):
    response.set_cookie("sid", "x", secure=S)
    return response


@app.route("/")
def index():
    return "ok"
`,
  'config by mode': `import os

${APP}


class Config:
    DEBUG = False
    COOKIE_OPTIONS = {"httponly": True, "secure": True}


class Development(Config):
    DEBUG = True
    COOKIE_OPTIONS = {**Config.COOKIE_OPTIONS, "secure": False}


class Production(Config):
    COOKIE_OPTIONS = dict(Config.COOKIE_OPTIONS, secure=S)


config = {"development": Development, "production": Production}.get(os.environ.get("APP_ENV", "production"), Production)
${VIEW('response.set_cookie("sid", "x", **config.COOKIE_OPTIONS)')}`,
  'config of the app in another module': `from flask import Flask, current_app, make_response

import settings

app = Flask(__name__)
app.config.from_object(settings)


@app.route("/")
def index():
    response = make_response("ok")
    response.set_cookie("sid", "x", secure=current_app.config["REMEMBER_SECURE"])
    return response

=== settings.py
REMEMBER_SECURE = S
`,
  'config of the app by a prefix': `from flask import Flask, current_app, make_response

app = Flask(__name__)
app.config.update(REMEMBER_COOKIE="sid", REMEMBER_SECURE=S)


def options():
    return {"secure": current_app.config.get("REMEMBER_SECURE", True), "httponly": True}


@app.route("/")
def index():
    response = make_response("ok")
    response.set_cookie(current_app.config["REMEMBER_COOKIE"], "x", **options())
    return response
`,
  'session of Flask': `from flask import Flask, session

app = Flask(__name__)
app.secret_key = "x"
app.config["SESSION_COOKIE_SECURE"] = S


@app.route("/")
def index():
    session["user"] = 1
    return "ok"
`,
  'session of Flask by update': `from flask import Flask, session


def create_app(**overrides):
    app = Flask(__name__)
    app.config.update(SECRET_KEY="x", SESSION_COOKIE_SECURE=True)
    app.config.update(overrides)

    @app.route("/")
    def index():
        session["user"] = 1
        return "ok"

    return app


app = create_app(SESSION_COOKIE_SECURE=S)
`,
  'session of Flask by a class': `import os

from flask import Flask, session


class Config:
    SECRET_KEY = "x"
    SESSION_COOKIE_SECURE = True


class Development(Config):
    SESSION_COOKIE_SECURE = False


class Production(Config):
    SESSION_COOKIE_SECURE = S


app = Flask(__name__)
app.config.from_object(Production if os.getenv("APP_ENV") == "production" else Development)


@app.route("/")
def index():
    session["user"] = 1
    return "ok"
`,
  'session of Flask by from_prefixed_env': `from flask import Flask, session

app = Flask(__name__)
app.config["SECRET_KEY"] = "x"
app.config.setdefault("OTHER", 1)
app.config.from_mapping({"SESSION_COOKIE_SECURE": S})


@app.route("/")
def index():
    session["user"] = 1
    return "ok"
`,
  'decorator of a view': `import functools

${APP}


def remembers(secure):
    def decorate(view):
        @functools.wraps(view)
        def wrapper(*args, **kwargs):
            response = make_response(view(*args, **kwargs))
            response.set_cookie("sid", "x", secure=secure)
            return response

        return wrapper

    return decorate


app = Flask(__name__)


@app.route("/")
@remembers(S)
def index():
    return "ok"
`,
  'class-based view': `from flask import Flask, make_response
from flask.views import MethodView


class Login(MethodView):
    cookie = {"secure": S, "httponly": True}

    def get(self):
        response = make_response("ok")
        response.set_cookie("sid", "x", **self.cookie)
        return response


app = Flask(__name__)
app.add_url_rule("/", view_func=Login.as_view("login"))
`,
  'blueprint of another module': `from flask import Flask

from auth import blueprint

app = Flask(__name__)
app.register_blueprint(blueprint)

=== auth.py
from flask import Blueprint, make_response

from config import COOKIE

blueprint = Blueprint("auth", __name__)


@blueprint.route("/")
def index():
    response = make_response("ok")
    response.set_cookie(COOKIE["name"], "x", secure=COOKIE["secure"])
    return response

=== config.py
COOKIE = {"name": "sid", "secure": S}
`,
  'header by hand': `${APP}
${VIEW('response.headers["Set-Cookie"] = "sid=x; Path=/; HttpOnly" + ("; Secure" if S else "")')}`,
  'header added': `${APP}


def cookie_header(name, value, secure):
    parts = [f"{name}={value}", "Path=/", "HttpOnly"]
    if secure:
        parts.append("Secure")
    return "; ".join(parts)
${VIEW('response.headers.add("Set-Cookie", cookie_header("sid", "x", S))')}`,
  'header by the standard library': `from http.cookies import SimpleCookie

${APP}


def cookie_header(secure):
    cookie = SimpleCookie()
    cookie["sid"] = "x"
    cookie["sid"]["path"] = "/"
    cookie["sid"]["secure"] = secure
    return cookie["sid"].OutputString()
${VIEW('response.headers.add("Set-Cookie", cookie_header(S))')}`,
  'set in one branch only': `import os

${APP}
${VIEW(`secure = S
    if os.environ.get("APP_ENV") == "development":
        response.set_cookie("sid", "x")
    else:
        response.set_cookie("sid", "x", secure=secure)`)}`,
  'deleted, then set': `${APP}
${VIEW(`response.delete_cookie("old")
    response.set_cookie("sid", "x", path="/", secure=S)`)}`,
  'name with a prefix': `${APP}

SECURE = S
NAME = "__Host-sid" if SECURE else "sid"
${VIEW('response.set_cookie(NAME, "x", path="/", secure=SECURE)')}`,
  'parsed by strtobool': `import os

${APP}


def strtobool(value):
    value = value.lower()
    if value in ("y", "yes", "t", "true", "on", "1"):
        return True
    if value in ("n", "no", "f", "false", "off", "0", ""):
        return False
    raise ValueError(value)


SECURE = strtobool(os.environ.get("COOKIE_SECURE", "no")) or S
${VIEW('response.set_cookie("sid", "x", secure=SECURE)')}`,
  'parsed by json': `import json
import os

${APP}

SECURE = json.loads(os.environ.get("COOKIE_SECURE", "false")) or S
${VIEW('response.set_cookie("sid", "x", secure=SECURE)')}`,
  'container of services': `${APP}


class Container:
    def __init__(self):
        self._services = {}

    def register(self, name, factory):
        self._services[name] = factory

    def get(self, name):
        return self._services[name]()


container = Container()
container.register("cookie", lambda: {"secure": S, "path": "/"})
${VIEW('response.set_cookie("sid", "x", **container.get("cookie"))')}`,
  'protocol and an implementation': `from typing import Protocol

${APP}


class Policy(Protocol):
    def secure(self) -> bool: ...


class Fixed:
    def __init__(self, value):
        self.value = value

    def secure(self) -> bool:
        return self.value


def send(response, policy: Policy):
    response.set_cookie("sid", "x", secure=policy.secure())
${VIEW('send(response, Fixed(S))')}`,
  'django view': `from django.http import HttpResponse

COOKIE = {"httponly": True, "secure": S}


def view(request):
    response = HttpResponse("ok")
    response.set_cookie("sid", "x", **COOKIE)
    return response
`,
  'django middleware': `from django.http import HttpResponse


class Remember:
    secure = True

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.set_cookie("sid", "x", secure=self.secure)
        return response


class Mine(Remember):
    secure = S


view = Mine(lambda request: HttpResponse("ok"))
`,
  'django setting': `from django.conf import settings
from django.http import HttpResponse


def view(request):
    response = HttpResponse("ok")
    response.set_cookie("sid", "x", secure=getattr(settings, "MY_COOKIE_SECURE", S))
    return response
`,
  'django by signing': `from django.http import HttpResponse


def view(request):
    response = HttpResponse("ok")
    response.set_signed_cookie("sid", "x", salt="s", secure=S, httponly=True)
    return response
`,
  'django by the morsel': `from django.http import HttpResponse


def view(request):
    response = HttpResponse("ok")
    response.set_cookie("sid", "x")
    response.cookies["sid"]["secure"] = S
    return response
`,
  'starlette route': `from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route


async def index(request):
    response = PlainTextResponse("ok")
    response.set_cookie("sid", "x", secure=request.app.state.secure)
    return response


app = Starlette(routes=[Route("/", index)])
app.state.secure = S
`,
  'starlette middleware': `from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route


class Remember(BaseHTTPMiddleware):
    def __init__(self, app, secure=True):
        super().__init__(app)
        self.secure = secure

    async def dispatch(self, request, call_next):
        response = await call_next(request)
        response.set_cookie("sid", "x", secure=self.secure)
        return response


async def index(request):
    return PlainTextResponse("ok")


app = Starlette(routes=[Route("/", index)], middleware=[Middleware(Remember, secure=S)])
`,
};
