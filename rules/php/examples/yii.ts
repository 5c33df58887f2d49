/** Examples of the surfaces in ../yii.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'yii2/component-cookies': {
    file: 'config/web.php',
    packages: ['yiisoft/yii2'],
    bad: code`
      <?php
      return [
          'components' => [
              'user' => ['identityCookie' => ['name' => '_identity', 'httpOnly' => true]],
              'session' => ['name' => 'app'],
          ],
      ];
    `,
    good: code`
      <?php
      return [
          'components' => [
              'request' => ['csrfCookie' => ['httpOnly' => true, 'secure' => true]],
              'user' => ['identityCookie' => ['name' => '_identity', 'httpOnly' => true, 'secure' => true]],
              'session' => ['name' => 'app', 'cookieParams' => ['httponly' => true, 'secure' => true]],
          ],
      ];
    `,
  },
  'yii2/new-cookie': {
    bad: code`
      <?php
      Yii::$app->response->cookies->add(new \yii\web\Cookie(['name' => 'lang', 'value' => 'en']));
    `,
    good: code`
      <?php
      Yii::$app->response->cookies->add(new \yii\web\Cookie(['name' => 'lang', 'value' => 'en', 'secure' => true]));
    `,
  },
  'yii1/http-cookie': {
    bad: code`
      <?php
      Yii::app()->request->cookies['lang'] = new CHttpCookie('lang', 'en');
    `,
    good: code`
      <?php
      $cookie = new CHttpCookie('lang', 'en');
      $cookie->secure = true;
      Yii::app()->request->cookies['lang'] = $cookie;
    `,
  },
} satisfies Examples;
