/** The rules for servers in JavaScript and TypeScript. The order decides which rule names a site that fits several. */
import type { Rule } from '../../src/matching/surface.js';
import adonis from './adonis.js';
import astro from './astro.js';
import betterAuth from './better-auth.js';
import bun from './bun.js';
import cookie from './cookie.js';
import cookies from './cookies.js';
import csrf from './csrf.js';
import deno from './deno.js';
import egg from './egg.js';
import elysia from './elysia.js';
import express from './express.js';
import expressSession from './express-session.js';
import fastify from './fastify.js';
import h3 from './h3.js';
import hapi from './hapi.js';
import hono from './hono.js';
import httpProxy from './http-proxy.js';
import i18next from './i18next.js';
import ironSession from './iron-session.js';
import keystone from './keystone.js';
import koa from './koa.js';
import lucia from './lucia.js';
import medusa from './medusa.js';
import nest from './nest.js';
import next from './next.js';
import nextAuth from './next-auth.js';
import nextLibraries from './next-libraries.js';
import nuxt from './nuxt.js';
import oidcProvider from './oidc-provider.js';
import openid from './openid.js';
import payload from './payload.js';
import qwik from './qwik.js';
import remix from './remix.js';
import sails, { sailsrc } from './sails.js';
import setCookie from './set-cookie.js';
import smallFrameworks from './small-frameworks.js';
import socketIo from './socket-io.js';
import strapi from './strapi.js';
import supabase from './supabase.js';
import sveltekit from './sveltekit.js';

export const javascriptServerRules: readonly Rule[] = [
  nest,
  adonis,
  cookies,
  bun,
  egg,
  koa,
  sveltekit,
  astro,
  deno,
  express,
  expressSession,
  csrf,
  fastify,
  next,
  nextLibraries,
  nextAuth,
  betterAuth,
  ironSession,
  lucia,
  supabase,
  openid,
  cookie,
  remix,
  qwik,
  hono,
  h3,
  nuxt,
  hapi,
  smallFrameworks,
  elysia,
  sails,
  sailsrc,
  strapi,
  keystone,
  payload,
  medusa,
  oidcProvider,
  i18next,
  socketIo,
  httpProxy,
  setCookie,
];
