"""Runs Python sources in several environments and says what the real frameworks make of them.

Standard input: a JSON list of cases {kind, source, worlds: [{variables, https}], shared?}.
Standard output: a JSON list with one list of answers for each case. Each answer is made in a process of its own, unless the case says that it may be shared.
"""

import importlib
import json
import os
import sys
import traceback


def is_secure(header):
    return any(part.strip().lower() == "secure" or part.strip().lower().startswith("secure=") for part in header.split(";")[1:])


def settings_of(source):
    namespace = {"__name__": "settings"}
    exec(compile(source, "settings.py", "exec"), namespace)
    return {name: value for name, value in namespace.items() if name.isupper()}


def django_settings(source):
    from django.conf import settings

    written = settings_of(source)
    written.setdefault("SECRET_KEY", "x")
    settings.configure(**written)
    import django

    django.setup()
    return settings


def django_checks(source, https):
    """The ids of the deployment checks about cookies."""
    django_settings(source)
    from django.core.checks import run_checks

    wanted = {f"security.W{number:03}" for number in (10, 11, 12, 16)}
    return sorted(message.id for message in run_checks(tags=["security"], include_deployment_checks=True) if message.id in wanted)


def django_cookies(source, https):
    """Name and Secure of the cookies that Django's own middleware and view send."""
    settings = django_settings(source + "\nSESSION_ENGINE = 'django.contrib.sessions.backends.signed_cookies'\nALLOWED_HOSTS = ['*']\n")
    from django.contrib.sessions.middleware import SessionMiddleware
    from django.http import HttpResponse
    from django.middleware.csrf import CsrfViewMiddleware, get_token
    from django.test import RequestFactory

    def view(request):
        get_token(request)
        request.session["user"] = 1
        return HttpResponse("x")

    def checked(request):
        return CsrfViewMiddleware(view)(request)

    request = RequestFactory().get("/", secure=https)
    response = SessionMiddleware(checked)(request)
    return {name: is_secure(morsel.OutputString()) for name, morsel in response.cookies.items()}


def django_write(source, https):
    """Secure of the cookie that `write(response, request)` sets."""
    from django.conf import settings

    if not settings.configured:
        settings.configure(SECRET_KEY="x", ALLOWED_HOSTS=["*"], SECURE_PROXY_SSL_HEADER=None)
    from django.http import HttpResponse
    from django.test import RequestFactory

    response = HttpResponse("x")
    run(source)(response, RequestFactory().get("/", secure=https))
    if "Set-Cookie" in response.headers:
        return is_secure(response.headers["Set-Cookie"])
    return all(is_secure(morsel.OutputString()) for morsel in response.cookies.values())


def run(source):
    namespace = {"__name__": "app"}
    exec(compile(source, "app.py", "exec"), namespace)
    return namespace["write"]


def flask_write(source, https):
    from flask import Flask, make_response, request

    app = Flask("oracle")
    write = run(source)

    @app.route("/")
    def index():
        response = make_response("x")
        write(response, request)
        return response

    sent = app.test_client().get("/", base_url="https://localhost" if https else "http://localhost")
    return all(is_secure(header) for header in sent.headers.getlist("Set-Cookie"))


def flask_session(source, https):
    from flask import session

    namespace = {"__name__": "app"}
    exec(compile(source, "app.py", "exec"), namespace)
    app = namespace["app"]

    @app.route("/")
    def index():
        session["user"] = 1
        return "x"

    sent = app.test_client().get("/", base_url="https://localhost" if https else "http://localhost")
    return [is_secure(header) for header in sent.headers.getlist("Set-Cookie") if header.startswith(app.config["SESSION_COOKIE_NAME"] + "=")][0]


def starlette_write(source, https):
    from starlette.requests import Request
    from starlette.responses import Response

    response = Response("x")
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"host", b"localhost")], "scheme": "https" if https else "http", "server": ("localhost", 80), "query_string": b""}
    run(source)(response, Request(scope))
    return all(is_secure(value.decode()) for name, value in response.raw_headers if name.lower() == b"set-cookie")


def aiohttp_write(source, https):
    from aiohttp import web
    from aiohttp.test_utils import make_mocked_request

    request = make_mocked_request("GET", "/")
    if https:
        request = request.clone(scheme="https")
    response = web.Response(text="x")
    run(source)(response, request)
    return all(is_secure(morsel.OutputString()) for morsel in response.cookies.values())


def webob_write(source, https):
    from webob import Request, Response

    response = Response("x")
    run(source)(response, Request.blank("/", base_url="https://localhost" if https else "http://localhost"))
    return all(is_secure(header) for header in response.headers.getall("Set-Cookie"))


def bottle_write(source, https):
    from bottle import Response

    response = Response("x")
    run(source)(response, None)
    return all(is_secure(value) for name, value in response.headerlist if name == "Set-Cookie")


def falcon_write(source, https):
    import falcon
    from falcon import testing

    write = run(source)

    class Resource:
        def on_get(self, request, response):
            write(response, request)

    app = falcon.App()
    app.add_route("/", Resource())
    result = testing.TestClient(app).simulate_get("/", protocol="https" if https else "http")
    return all(is_secure(header) for name, header in result.headers.items() if name.lower() == "set-cookie")


def tornado_write(source, https):
    import tornado.web
    from tornado.httputil import HTTPServerRequest

    class Connection:
        def set_close_callback(self, callback):
            pass

    class Context:
        protocol = "https" if https else "http"

    request = HTTPServerRequest(method="GET", uri="/", connection=Connection())
    request.protocol = Context.protocol
    handler = tornado.web.RequestHandler(tornado.web.Application([], cookie_secret="x"), request)
    run(source)(handler, request)
    return all(is_secure(morsel.OutputString()) for morsel in handler._new_cookie.values())


def whole_program(source, https):
    """Secure of the cookie `sid` that a program of one or more files sends (`=== name` begins the next); None where it sends none."""
    import tempfile

    folder = tempfile.mkdtemp()
    main, *others = source.split("\n=== ")
    for name, text in [("app.py", main), *(one.split("\n", 1) for one in others)]:
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
    sys.path.insert(0, folder)
    os.chdir(folder)
    if "django" in main:
        from django.conf import settings

        settings.configure(SECRET_KEY="x", ALLOWED_HOSTS=["*"], DEFAULT_CHARSET="utf-8")
    module = importlib.import_module("app")
    if "django" in main:
        from django.test import RequestFactory

        response = module.view(RequestFactory().get("/", secure=https))
        headers = [morsel.OutputString() for morsel in response.cookies.values()]
    elif "starlette" in main:
        headers = asgi_headers(module.app, https)
    else:
        headers = module.app.test_client().get("/", base_url="https://localhost" if https else "http://localhost").headers.getlist("Set-Cookie")
    sent = [header for header in headers if header.split("=")[0] in ("sid", "__Host-sid", "session") and header.split("=", 1)[1].split(";")[0] not in ("", '""')]
    return all(is_secure(header) for header in sent) if sent else None


def asgi_headers(app, https):
    import asyncio

    scope = {"type": "http", "method": "GET", "path": "/", "raw_path": b"/", "headers": [(b"host", b"localhost")], "scheme": "https" if https else "http", "server": ("localhost", 80), "query_string": b"", "root_path": ""}
    found = []
    asked = []

    async def receive():
        if asked:
            await asyncio.sleep(3600)
        asked.append(1)
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        if message["type"] == "http.response.start":
            found.extend(value.decode() for name, value in message["headers"] if name.lower() == b"set-cookie")

    asyncio.run(asyncio.wait_for(app(scope, receive, send), 5))
    return found


KINDS = {name: value for name, value in globals().items() if name.startswith(("whole_", "django_", "flask_", "starlette_", "aiohttp_", "webob_", "bottle_", "falcon_", "tornado_")) and name != "django_settings"}


def shared_answer(case, world):
    """One answer in this process: the source leaves nothing behind but its own names."""
    for name in ("APP_ENV", "DEBUG", "COOKIE_SECURE", "COOKIE_INSECURE", "BASE_URL", "COOKIE_FLAG"):
        os.environ.pop(name, None)
    os.environ.update(world["variables"])
    try:
        return {"value": KINDS[case["kind"]](case["source"], world["https"])}
    except BaseException:
        return {"error": traceback.format_exc()}


def answer(case, world):
    """One answer, made by a child process so that no state is left over."""
    if case.get("shared"):
        return shared_answer(case, world)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        for name in [name for name in os.environ if name not in ("PATH", "HOME", "LANG")]:
            del os.environ[name]
        os.environ.update(world["variables"])
        try:
            result = {"value": KINDS[case["kind"]](case["source"], world["https"])}
        except BaseException:
            result = {"error": traceback.format_exc()}
        os.write(write, json.dumps(result).encode())
        os._exit(0)
    os.close(write)
    chunks = []
    while chunk := os.read(read, 65536):
        chunks.append(chunk)
    os.close(read)
    os.waitpid(child, 0)
    return json.loads(b"".join(chunks))


# What the children need is imported once, before they are forked: that is most of the time.
MODULES = {
    "whole": ["flask", "flask.views", "http.cookies", "asyncio", "tempfile"],
    "django": ["django", "django.conf", "django.http", "django.test", "django.core.checks", "django.contrib.sessions.middleware", "django.middleware.csrf"],
    "flask": ["flask"],
    "starlette": ["starlette.requests", "starlette.responses"],
    "aiohttp": ["aiohttp.web", "aiohttp.test_utils"],
    "webob": ["webob"],
    "bottle": ["bottle"],
    "falcon": ["falcon", "falcon.testing"],
    "tornado": ["tornado.web", "tornado.httputil"],
}

cases = json.load(sys.stdin)
for name in ("django", "starlette"):
    if any(case["kind"] == "whole_program" and name in case["source"] for case in cases):
        MODULES["whole"] += MODULES[name]
MODULES["whole"] += ["starlette.applications", "starlette.middleware.base"] if "starlette.requests" in MODULES["whole"] else []
for family in sorted({case["kind"].split("_")[0] for case in cases}):
    for module in MODULES[family]:
        importlib.import_module(module)
json.dump([[answer(case, world) for world in case["worlds"]] for case in cases], sys.stdout)
