/** The Ruby rules. Frameworks with a mark of their own come before Rails, whose jar has the commonest name. */
import type { Rule } from '../../src/matching/surface.js';
import ahoy from './ahoy.js';
import authlogic from './authlogic.js';
import cgi from './cgi.js';
import clearance from './clearance.js';
import devise from './devise.js';
import grape from './grape.js';
import hanami from './hanami.js';
import policies from './policies.js';
import rack from './rack.js';
import rails from './rails.js';
import roda from './roda.js';
import setCookie from './set-cookie.js';
import sinatra from './sinatra.js';
import sorcery from './sorcery.js';

export const rubyRules: readonly Rule[] = [
  grape,
  roda,
  hanami,
  sinatra,
  rack,
  devise,
  clearance,
  authlogic,
  sorcery,
  ahoy,
  rails,
  policies,
  cgi,
  setCookie,
];
