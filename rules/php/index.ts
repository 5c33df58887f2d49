/** The PHP rules. Frameworks come before PHP itself, whose functions they use. */
import type { Rule } from '../../src/matching/surface.js';
import asyncServers from './async-servers.js';
import cakephp from './cakephp.js';
import codeigniter from './codeigniter.js';
import { drupal, joomla, magento, typo3 } from './content-systems.js';
import psr7Cookies from './cookie-libraries.js';
import { fuelphp, nette, phalcon } from './frameworks.js';
import kohana from './kohana.js';
import laminas from './laminas.js';
import laravel from './laravel.js';
import php from './php.js';
import sessionLibraries from './session-libraries.js';
import setCookie from './set-cookie.js';
import { contao, craft, mediawiki, moodle, nextcloud, simplesamlphp } from './site-systems.js';
import smallFrameworks from './small-frameworks.js';
import slim from './slim.js';
import symfony from './symfony.js';
import symfonyBundles from './symfony-bundles.js';
import thinkphp from './thinkphp.js';
import wordpress from './wordpress.js';
import yii from './yii.js';

export const phpRules: readonly Rule[] = [
  asyncServers,
  thinkphp,
  laravel,
  symfony,
  symfonyBundles,
  cakephp,
  codeigniter,
  yii,
  laminas,
  psr7Cookies,
  slim,
  nette,
  phalcon,
  fuelphp,
  kohana,
  drupal,
  typo3,
  magento,
  joomla,
  craft,
  contao,
  mediawiki,
  moodle,
  nextcloud,
  simplesamlphp,
  smallFrameworks,
  wordpress,
  sessionLibraries,
  php,
  setCookie,
];
