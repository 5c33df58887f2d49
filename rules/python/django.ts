/** Django: cookies that views, middleware and API frameworks on top of Django write on a response. */
import { defineRule, element, key, keyword, keywords, value } from '../../src/matching/surface.js';
import { lookAlikes, responseNames } from './responses.js';

/** What makes a Django response: https://docs.djangoproject.com/en/5.2/topics/http/shortcuts/ */
export const djangoResponse = {
  paths: [
    'django.http.*()',
    'django.http.response.*()',
    'django.http.HttpResponse()',
    'django.http.JsonResponse()',
    'django.http.HttpResponseRedirect()',
    'django.shortcuts.*()',
    'django.template.response.*()',
    'rest_framework.response.Response()',
    'self.get_response()',
    'this.get_response()',
    'get_response()',
    'super().*()',
  ],
  types: ['HttpResponse', 'JsonResponse', 'HttpResponseRedirect', 'django.http.HttpResponse', 'rest_framework.response.Response', 'HttpResponseBase', 'TemplateResponse'],
  names: responseNames,
  not: lookAlikes,
};

const usesDjango = ['django', 'rest_framework', 'ninja', 'graphene_django', 'allauth', 'wagtail', 'oauth2_provider'];

export default defineRule({
  id: 'django',
  title: 'Django',
  languages: ['python'],
  docs: 'https://docs.djangoproject.com/en/5.2/ref/request-response/#django.http.HttpResponse.set_cookie',
  triggers: ['set_cookie', 'set_signed_cookie', '.cookies['],
  packages: ['django'],
  surfaces: [
    {
      // https://django-ninja.dev/guide/temporal-response/: the parameter is Django's own response.
      id: 'django-ninja/response-set-cookie',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: { types: ['django.http.HttpResponse'] }, imports: ['ninja'] },
        { method: 'set_cookie', receiver: { types: ['django.http.HttpResponse'] }, mentions: /^@(?:api|router)\.(?:get|post|put|patch|delete)\(/m, unlessImports: ['rest_framework'] },
      ],
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: keywords({ maxAge: 2, expires: 3, path: 4, domain: 5, secure: 6, httpOnly: 7, sameSite: 8 }),
      default: 'off',
      proxy: ['django/secure-proxy-ssl-header'],
    },
    {
      // https://docs.djangoproject.com/en/5.2/ref/request-response/#django.http.HttpResponse.set_cookie
      id: 'django/set-cookie',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: { paths: djangoResponse.paths, types: djangoResponse.types } },
        { method: 'set_cookie', receiver: { ...djangoResponse, any: true }, imports: usesDjango, args: [1, 10] },
        { method: 'set_cookie', receiver: djangoResponse, packages: ['django'], unlessImports: ['flask', 'starlette', 'fastapi', 'aiohttp', 'tornado', 'litestar', 'sanic', 'bottle', 'falcon', 'pyramid', 'webob', 'werkzeug', 'quart'], args: [1, 10] },
      ],
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: keywords({ maxAge: 2, expires: 3, path: 4, domain: 5, secure: 6, httpOnly: 7, sameSite: 8 }),
      default: 'off',
      proxy: ['django/secure-proxy-ssl-header'],
    },
    {
      // https://docs.djangoproject.com/en/5.2/ref/request-response/#django.http.HttpResponse.set_signed_cookie: signing is about integrity.
      id: 'django/set-signed-cookie',
      kind: 'write',
      match: { method: 'set_signed_cookie', receiver: { ...djangoResponse, any: true }, unlessImports: ['tornado', 'jupyter_server'] },
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: keywords(),
      default: 'off',
      proxy: ['django/secure-proxy-ssl-header'],
    },
    {
      // https://docs.djangoproject.com/en/5.2/ref/request-response/#django.http.HttpResponse.cookies: an http.cookies.SimpleCookie.
      id: 'django/response-cookies-morsel',
      kind: 'write',
      match: { assign: ['**.response.cookies.*', '**.response.cookies[]', '**.resp.cookies.*', '**.resp.cookies[]', 'django.http.*().cookies.*', 'django.http.*().cookies[]', 'django.shortcuts.*().cookies.*', 'get_response().cookies.*', '**.get_response().cookies.*', 'django.http.HttpResponse().cookies.*'], target: 'subscript', unlessImports: ['flask', 'sanic', 'cherrypy', 'aiohttp', 'starlette', 'fastapi', 'litestar', 'gluon', 'py4web'] },
      name: key,
      value: value(),
      attributes: { secure: element('secure'), httpOnly: element('httponly'), sameSite: element('samesite'), maxAge: element('max-age'), expires: element('expires'), path: element('path'), domain: element('domain') },
      default: 'off',
      proxy: ['django/secure-proxy-ssl-header'],
    },
    {
      // https://docs.djangoproject.com/en/5.2/ref/settings/#secure-proxy-ssl-header: with it request.is_secure() is the browser's scheme.
      id: 'django/secure-proxy-ssl-header',
      kind: 'proxy',
      match: { setting: 'SECURE_PROXY_SSL_HEADER' },
      value: value(),
    },
  ],
});

