/** The Python rules, in the order in which they name a site that fits several. */
import type { Rule } from '../../src/matching/surface.js';
import airflow from './airflow.js';
import aiohttp from './aiohttp.js';
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
import { gradio, streamlit, streamlitCookies } from './notebook-apps.js';
import { blacksheep, emmett, masonite, odoo, twisted, webPy, zope } from './other-frameworks.js';
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

export const pythonRules: readonly Rule[] = [
  django,
  djangoSettings,
  robyn,
  flask,
  flaskSettings,
  starlette,
  fastapiExtensions,
  litestar,
  sanic,
  aiohttp,
  tornado,
  pyramid,
  bottle,
  falcon,
  cherrypy,
  web2py,
  webPy,
  zope,
  odoo,
  blacksheep,
  masonite,
  emmett,
  twisted,
  sessionLibraries,
  smallFrameworks,
  httpCookies,
  reflex,
  setCookie,
  jupyter,
  airflow,
  gradio,
  streamlitCookies,
  streamlit,
];
