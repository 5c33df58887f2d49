/** Examples of the surfaces in ../content-systems.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'drupal/session-storage-options': {
    bad: code`
      # sites/default/services.yml
      parameters:
        session.storage.options:
          cookie_secure: false
    `,
    good: code`
      # sites/default/services.yml
      parameters:
        session.storage.options:
          gc_maxlifetime: 200000
    `,
  },
  'drupal/user-cookie-save': {
    file: 'layout.php',
    bad: code`
      <?php
      user_cookie_save(['layout' => 'wide']);
    `,
    good: code`
      <?php
      setrawcookie('Drupal.visitor.layout', 'wide', time() + 86400, '/', '', TRUE);
    `,
  },
  'typo3/cookie-secure': {
    bad: code`
      <?php
      $GLOBALS['TYPO3_CONF_VARS']['SYS']['cookieSecure'] = 0;
    `,
    good: code`
      <?php
      $GLOBALS['TYPO3_CONF_VARS']['SYS']['cookieSecure'] = 1;
    `,
  },
  'magento/cookie-metadata': {
    bad: code`
      <?php
      $meta = $this->cookieMetadataFactory->createPublicCookieMetadata()->setDuration(3600)->setPath('/');
      $this->cookieManager->setPublicCookie('lang', 'en', $meta);
    `,
    good: code`
      <?php
      $meta = $this->cookieMetadataFactory->createPublicCookieMetadata()->setDuration(3600)->setPath('/')->setSecure(true);
      $this->cookieManager->setPublicCookie('lang', 'en', $meta);
    `,
  },
  'magento/set-public-cookie': {
    bad: code`
      <?php
      $this->cookieManager->setPublicCookie('lang', 'en');
    `,
    good: code`
      <?php
      $this->cookieManager->setPublicCookie('lang', 'en', $this->cookieMetadataFactory->createPublicCookieMetadata()->setSecure(true));
    `,
  },
  'magento/session-cookie': {
    file: 'app/etc/config.php',
    bad: code`
      <?php
      return [
          'system' => ['default' => ['web' => [
              'unsecure' => ['base_url' => 'http://shop.example/'],
              'secure' => ['base_url' => 'https://shop.example/', 'use_in_frontend' => '0'],
          ]]],
      ];
    `,
    good: code`
      <?php
      return [
          'system' => ['default' => ['web' => [
              'unsecure' => ['base_url' => 'https://shop.example/'],
              'secure' => ['base_url' => 'https://shop.example/', 'use_in_frontend' => '1'],
          ]]],
      ];
    `,
  },
  'joomla/force-ssl': {
    bad: code`
      <?php
      class JConfig {
          public $force_ssl = 0;
      }
    `,
    good: code`
      <?php
      class JConfig {
          public $force_ssl = 2;
      }
    `,
  },
} satisfies Examples;
