/** Examples of the surfaces in ../site-systems.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'craft/use-secure-cookies': {
    file: 'config/general.php',
    bad: code`
      <?php
      return craft\config\GeneralConfig::create()->useSecureCookies(false);
    `,
    good: code`
      <?php
      return craft\config\GeneralConfig::create()->useSecureCookies(true);
    `,
  },
  'contao/system-set-cookie': {
    bad: code`
      <?php
      \Contao\System::setCookie('LAYOUT', 'wide', time() + 3600, null, null, false);
    `,
    good: code`
      <?php
      \Contao\System::setCookie('LAYOUT', 'wide', time() + 3600, null, null, true);
    `,
  },
  'mediawiki/cookie-secure': {
    file: 'LocalSettings.php',
    bad: code`
      <?php
      $wgCookieSecure = false;
    `,
    good: code`
      <?php
      $wgCookieSecure = true;
    `,
  },
  'mediawiki/web-response': {
    bad: code`
      <?php
      $this->getRequest()->response()->setCookie('skin', $skin, time() + 3600, ['secure' => false]);
    `,
    good: code`
      <?php
      $this->getRequest()->response()->setCookie('skin', $skin, time() + 3600, ['secure' => true]);
    `,
  },
  'moodle/cookie-secure': {
    bad: code`
      <?php
      $CFG->cookiesecure = false;
    `,
    good: code`
      <?php
      $CFG->cookiesecure = true;
    `,
  },
  'nextcloud/add-cookie': {
    bad: code`
      <?php
      use OCP\AppFramework\Http\TemplateResponse;
      $response = new TemplateResponse('app', 'main');
      $response->addCookie('theme', 'dark');
    `,
    good: code`
      <?php
      use OCP\AppFramework\Http\TemplateResponse;
      $response = new TemplateResponse('app', 'main');
      $response->invalidateCookie('theme');
    `,
  },
  'simplesamlphp/session-cookie-secure': {
    bad: code`
      <?php
      $config = ['session.cookie.name' => 'SimpleSAMLSessionID', 'session.cookie.secure' => false];
    `,
    good: code`
      <?php
      $config = ['session.cookie.name' => 'SimpleSAMLSessionID', 'session.cookie.secure' => true];
    `,
  },
} satisfies Examples;
