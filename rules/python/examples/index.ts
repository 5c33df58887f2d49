/** The examples of the rules in this folder: a file for each rule module. */
import type { Examples } from '../../example.js';
import aiohttp from './aiohttp.js';
import airflow from './airflow.js';
import bottle from './bottle.js';
import cherrypy from './cherrypy.js';
import django from './django.js';
import djangoSettings from './django-settings.js';
import falcon from './falcon.js';
import fastapiExtensions from './fastapi-extensions.js';
import flask from './flask.js';
import flaskSettings from './flask-settings.js';
import httpCookies from './http-cookies.js';
import jupyter from './jupyter.js';
import litestar from './litestar.js';
import notebookApps from './notebook-apps.js';
import otherFrameworks from './other-frameworks.js';
import pyramid from './pyramid.js';
import reflex from './reflex.js';
import robyn from './robyn.js';
import sanic from './sanic.js';
import sessionLibraries from './session-libraries.js';
import setCookie from './set-cookie.js';
import smallFrameworks from './small-frameworks.js';
import starlette from './starlette.js';
import tornado from './tornado.js';
import web2py from './web2py.js';

export const examples: Examples = {
  ...aiohttp,
  ...airflow,
  ...bottle,
  ...cherrypy,
  ...django,
  ...djangoSettings,
  ...falcon,
  ...fastapiExtensions,
  ...flask,
  ...flaskSettings,
  ...httpCookies,
  ...jupyter,
  ...litestar,
  ...notebookApps,
  ...otherFrameworks,
  ...pyramid,
  ...reflex,
  ...robyn,
  ...sanic,
  ...sessionLibraries,
  ...smallFrameworks,
  ...setCookie,
  ...starlette,
  ...tornado,
  ...web2py,
};
