/** The examples of the rules in this folder: a file for each rule module. */
import type { Examples } from '../../example.js';
import asyncServers from './async-servers.js';
import cakephp from './cakephp.js';
import codeigniter from './codeigniter.js';
import contentSystems from './content-systems.js';
import cookieLibraries from './cookie-libraries.js';
import frameworks from './frameworks.js';
import kohana from './kohana.js';
import laminas from './laminas.js';
import laravel from './laravel.js';
import php from './php.js';
import sessionLibraries from './session-libraries.js';
import setCookie from './set-cookie.js';
import siteSystems from './site-systems.js';
import smallFrameworks from './small-frameworks.js';
import slim from './slim.js';
import symfony from './symfony.js';
import symfonyBundles from './symfony-bundles.js';
import thinkphp from './thinkphp.js';
import wordpress from './wordpress.js';
import yii from './yii.js';

export const examples: Examples = {
  ...asyncServers,
  ...cakephp,
  ...codeigniter,
  ...contentSystems,
  ...cookieLibraries,
  ...frameworks,
  ...kohana,
  ...laminas,
  ...laravel,
  ...php,
  ...sessionLibraries,
  ...setCookie,
  ...siteSystems,
  ...slim,
  ...smallFrameworks,
  ...symfony,
  ...symfonyBundles,
  ...thinkphp,
  ...wordpress,
  ...yii,
};
