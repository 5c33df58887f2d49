/** Examples of the surfaces in ../django.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'django-ninja/response-set-cookie': {
    bad: code`
      @api.get("/login")
      def login(request, response: HttpResponse):
          response.set_cookie("token", "x", httponly=True)
          return {"ok": True}
    `,
    good: code`
      @api.get("/login")
      def login(request, response: HttpResponse):
          response.set_cookie("token", "x", httponly=True, secure=True)
          return {"ok": True}
    `,
  },
  'django/set-cookie': {
    bad: code`
      def view(request):
          response = HttpResponse("ok")
          response.set_cookie("theme", "dark", httponly=True)
          return response
    `,
    good: code`
      def view(request):
          response = HttpResponse("ok")
          response.set_cookie("theme", "dark", httponly=True, secure=True)
          return response
    `,
  },
  'django/set-signed-cookie': {
    bad: code`
      def view(request):
          response = HttpResponse("ok")
          response.set_signed_cookie("cart", "42", salt="shop")
          return response
    `,
    good: code`
      def view(request):
          response = HttpResponse("ok")
          response.set_signed_cookie("cart", "42", salt="shop", secure=True)
          return response
    `,
  },
  'django/response-cookies-morsel': {
    bad: code`
      response = HttpResponse()
      response.cookies["seen"] = "1"
      response.cookies["seen"]["httponly"] = True
    `,
    good: code`
      response = HttpResponse()
      response.cookies["seen"] = "1"
      response.cookies["seen"]["httponly"] = True
      response.cookies["seen"]["secure"] = True
    `,
  },
  'django/secure-proxy-ssl-header': {
    file: 'site/settings.py',
    beside: {
      'manage.py': code`
        import os
        os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')
      `,
      'site/views.py': code`
        from django.http import HttpResponse
        def login(request):
            response = HttpResponse('ok')
            response.set_cookie('sid', sid, secure=request.is_secure())
            return response
      `,
    },
    bad: code`
      INSTALLED_APPS = ['site']
      SECURE_SSL_REDIRECT = True
    `,
    good: code`
      INSTALLED_APPS = ['site']
      SECURE_SSL_REDIRECT = True
      SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')
    `,
  },
} satisfies Examples;
