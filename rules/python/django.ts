/** Django: cookies that views, middleware and API frameworks on top of Django write on a response. */
import { defineRule, element, key, keyword, keywords, value } from '../../src/matching/surface.js';
import { lookAlikes, modulesOf, modulesOfOthers, responseNames } from './responses.js';

/** What makes a Django response: https://docs.djangoproject.com/en/5.2/topics/http/shortcuts/ */
const djangoResponse = {
  paths: [
    'django.http.*()',
    'django.http.response.*()',
    'django.http.HttpResponse()',
    'django.http.JsonResponse()',
    'django.http.HttpResponseRedirect()',
    'django.shortcuts.*()',
    'django.template.response.*()',
    '**.get_response()',
    'get_response()',
  ],
  types: [
    'django.http.HttpResponse',
    'django.http.JsonResponse',
    'django.http.HttpResponseRedirect',
    'django.http.HttpResponseBase',
    'django.template.response.TemplateResponse',
  ],
  not: lookAlikes,
};

const positions = { maxAge: 2, expires: 3, path: 4, domain: 5, secure: 6, httpOnly: 7, sameSite: 8 };
const written = { name: keyword('key', 0), value: keyword('value', 1), default: 'off', proxy: ['django/secure-proxy-ssl-header'] } as const;

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
      docs: 'https://django-ninja.dev/guide/temporal-response/',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: { types: ['django.http.HttpResponse'] }, imports: ['ninja'] },
        {
          method: 'set_cookie',
          receiver: { types: ['django.http.HttpResponse'] },
          mentions: /^@(?:api|router)\.(?:get|post|put|patch|delete)\(/m,
          unlessImports: ['rest_framework', ...modulesOfOthers('django')],
        },
      ],
      ...written,
      attributes: keywords(positions),
    },
    {
      // https://docs.djangoproject.com/en/5.2/ref/request-response/#django.http.HttpResponse.set_cookie
      id: 'django/set-cookie',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: djangoResponse, unlessImports: modulesOfOthers('django') },
        {
          method: 'set_cookie',
          receiver: {
            ...djangoResponse,
            paths: [...djangoResponse.paths, 'rest_framework.response.Response()'],
            types: [...djangoResponse.types, 'rest_framework.response.Response'],
            names: responseNames,
            any: true,
          },
          imports: modulesOf('django'),
          args: [1, 10],
        },
        {
          method: 'set_cookie',
          receiver: { ...djangoResponse, names: responseNames },
          packages: ['django'],
          unlessImports: modulesOfOthers('django'),
          args: [1, 10],
        },
      ],
      ...written,
      attributes: keywords(positions),
    },
    {
      // https://docs.djangoproject.com/en/5.2/ref/request-response/#django.http.HttpResponse.set_signed_cookie: signing is about integrity.
      id: 'django/set-signed-cookie',
      docs: 'https://docs.djangoproject.com/en/5.2/ref/request-response/#django.http.HttpResponse.set_signed_cookie',
      kind: 'write',
      match: {
        method: 'set_signed_cookie',
        receiver: { ...djangoResponse, names: responseNames, any: true },
        unlessImports: modulesOf('tornado'),
      },
      ...written,
      attributes: keywords(),
    },
    {
      // https://docs.djangoproject.com/en/5.2/ref/request-response/#django.http.HttpResponse.cookies: an http.cookies.SimpleCookie.
      id: 'django/response-cookies-morsel',
      docs: 'https://docs.djangoproject.com/en/5.2/ref/request-response/#django.http.HttpResponse.cookies',
      kind: 'write',
      match: {
        assign: [
          '**.response.cookies.*',
          '**.response.cookies[]',
          '**.resp.cookies.*',
          '**.resp.cookies[]',
          'django.http.*().cookies.*',
          'django.http.*().cookies[]',
          'django.shortcuts.*().cookies.*',
          '**.get_response().cookies.*',
          '**.HttpResponse().cookies.*',
        ],
        target: 'subscript',
        unlessImports: [...modulesOfOthers('django'), 'cherrypy', 'gluon', 'py4web'],
      },
      ...written,
      name: key,
      value: value(),
      attributes: {
        secure: element('secure'),
        httpOnly: element('httponly'),
        sameSite: element('samesite'),
        maxAge: element('max-age'),
        expires: element('expires'),
        path: element('path'),
        domain: element('domain'),
      },
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
