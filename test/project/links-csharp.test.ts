/** C# values come from classes of the namespaces that a file can see. */
import { expect, it } from 'vitest';
import { productionValue, Repository } from './repository.js';

const shop = {
  'Web/Login.cs': `using System;
using Shop.Config;
using static Shop.Config.Flags;
using Opts = Shop.Other.Options;

namespace Shop.Web.Controllers;

class Login {
  bool constant = Cookies.Secure;
  bool imported = Strict;
  bool aliased = Opts.Weak;
  bool around = Shared.On;
  bool full = Shop.Other.Options.Weak;
  bool property = Cookies.Property;
  bool called = Cookies.Make(false);
  bool nested = Cookies.Names.Strict;
  object library = CookieSecurePolicy.Always;
  bool ambiguous = Twice.On;
  bool global = OnlyOne.On;
}
`,
  'Web/Config/Cookies.cs': `namespace Shop.Config
{
  public static class Cookies
  {
    public const bool Secure = true;
    public static bool Property => false;
    public static bool Make(bool secure) { return secure; }
    public static class Names { public static readonly bool Strict = true; }
  }
}
`,
  'Web/Config/Flags.cs': 'namespace Shop.Config;\npublic static class Flags { public const bool Strict = true; }\n',
  'Web/Other/Options.cs': 'namespace Shop.Other { public class Options { public const bool Weak = false; } }\n',
  'Web/Shared.cs': 'namespace Shop;\ninternal static class Shared { internal const bool On = true; }\n',
  'A/Twice.cs': 'namespace A;\nstatic class Twice { public const bool On = true; }\n',
  'B/Twice.cs': 'namespace B;\nstatic class Twice { public const bool On = false; }\n',
  'C/OnlyOne.cs': 'namespace C;\nstatic class OnlyOne { public const bool On = true; }\n',
};

it('follows constants, properties and nested classes by namespace', async () => {
  const repository = await Repository.of(shop);
  const value = (name: string): unknown => productionValue(repository, 'Web/Login.cs', name);
  expect(value('constant')).toBe(true);
  expect(value('imported')).toBe(true);
  expect(value('aliased')).toBe(false);
  expect(value('around')).toBe(true);
  expect(value('full')).toBe(false);
  expect(value('property')).toBe(false);
  expect(value('called')).toBe(false);
  expect(value('nested')).toBe(true);
  expect(value('library')).toBe('symbol');
  expect(value('ambiguous')).toBe('symbol');
  expect(value('global')).toBe(true);
});
