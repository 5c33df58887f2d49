/** The examples of the rules in this folder: a file for each rule module. */
import type { Examples } from '../../example.js';
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

export const examples: Examples = {
  ...ahoy,
  ...authlogic,
  ...cgi,
  ...clearance,
  ...devise,
  ...grape,
  ...hanami,
  ...policies,
  ...rack,
  ...rails,
  ...roda,
  ...setCookie,
  ...sinatra,
  ...sorcery,
};
