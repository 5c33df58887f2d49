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
} satisfies Examples;
