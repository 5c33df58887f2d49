/** Java, Kotlin and Scala values come from classes of the same package, of imports and of static imports. */
import { expect, it } from 'vitest';
import { productionValue, Repository } from './repository.js';

const java = 'src/main/java/shop/';

const shop = {
  [`${java}web/Login.java`]: `package shop.web;

import shop.config.Cookies;
import static shop.config.Flags.SECURE;
import static shop.config.Flags.weak;
import shop.star.*;
import javax.servlet.http.Cookie;

class Login {
  boolean constant = Cookies.SECURE;
  boolean nested = Cookies.Names.STRICT;
  boolean imported = SECURE;
  boolean called = Cookies.make(false);
  boolean statically = weak();
  boolean sibling = Sibling.WEAK;
  boolean starred = Starred.ON;
  boolean full = shop.config.Flags.OFF;
  boolean inherited = super_();
  Object library = Cookie.SECURE;
  boolean made = new Options(true).secure();
  boolean kotlin = KotlinFlags.secure;
  boolean second = Second.strict;
}
`,
  [`${java}web/Sibling.java`]: 'package shop.web;\nclass Sibling { static final boolean WEAK = false; }\n',
  [`${java}web/Options.java`]: 'package shop.web;\nrecord Options(boolean secure) {}\n',
  [`${java}config/Cookies.java`]: `package shop.config;
public final class Cookies {
  public static final boolean SECURE = Flags.SECURE;
  public static boolean make(boolean secure) { return secure; }
  public static class Names { public static final boolean STRICT = true; }
}
`,
  [`${java}config/Flags.java`]:
    'package shop.config;\npublic class Flags { public static final boolean SECURE = true; public static final boolean OFF = false; public static boolean weak() { return false; } }\n',
  [`${java}star/Starred.java`]: 'package shop.star;\npublic interface Starred { boolean ON = true; }\n',
  [`${java}other/Sibling.java`]: 'package shop.other;\nclass Sibling { static final boolean WEAK = true; }\n',
  'src/main/kotlin/shop/web/Flags.kt': `package shop.web

object KotlinFlags {
  val secure = true
}

class Second {
  companion object {
    const val strict = false
  }
}
`,
  'src/main/kotlin/shop/web/Site.kt': `package shop.web

import shop.config.Cookies
import shop.config.Flags.SECURE

val constant = Cookies.SECURE
val imported = SECURE
val own = KotlinFlags.secure
val companion = Second.strict
`,
  'app/controllers/Home.scala':
    'package controllers\n\nimport conf.Settings\n\nobject Home { val secure = Settings.secure; val weak = Settings.Weak.secure }\n',
  'app/conf/Settings.scala': 'package conf\n\nobject Settings { val secure = true\n object Weak { val secure = false } }\n',
};

it('follows Java constants, nested classes, static methods and static imports', async () => {
  const repository = await Repository.of(shop);
  const value = (name: string): unknown => productionValue(repository, `${java}web/Login.java`, name);
  expect(value('constant')).toBe(true);
  expect(value('nested')).toBe(true);
  expect(value('imported')).toBe(true);
  expect(value('called')).toBe(false);
  expect(value('statically')).toBe(false);
  expect(value('sibling')).toBe(false);
  expect(value('starred')).toBe(true);
  expect(value('full')).toBe(false);
  expect(value('library')).toBe('symbol');
  expect(value('made')).toBe(true);
  expect(value('kotlin')).toBe(true);
  expect(value('second')).toBe(false);
});

it('follows Kotlin and Scala objects', async () => {
  const repository = await Repository.of(shop);
  const value = (name: string): unknown => productionValue(repository, 'src/main/kotlin/shop/web/Site.kt', name);
  expect(value('constant')).toBe(true);
  expect(value('imported')).toBe(true);
  expect(value('own')).toBe(true);
  expect(value('companion')).toBe(false);
  expect(productionValue(repository, 'app/controllers/Home.scala', 'secure')).toBe(true);
  expect(productionValue(repository, 'app/controllers/Home.scala', 'weak')).toBe(false);
});
