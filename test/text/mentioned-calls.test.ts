import { describe, expect, it } from 'vitest';
import { mayCall } from '../../src/text/mentioned-calls.js';

describe('mayCall', () => {
  it.each([
    ['A.cs', 'app.Register(host);'],
    ['A.cs', 'return Register(host);'],
    ['A.cs', 'void F() => Register(host);'],
    ['A.cs', 'var x = on ? Register(a) : Register(b);'],
    ['A.cs', 'if (a > Register(b)) {}'],
    ['A.cs', 'container.Register<IFoo>(x);'],
    ['A.cs', 'public void Register(IApp app) { Register (app, true); }'],
    ['A.java', 'this.<T>register(host);'.replace('register', 'Register')],
    ['A.java', 'else Register(host);'],
    ['A.kt', 'fun Register(host: Host) {}'],
    ['a.rb', 'Register host'],
  ])('%s: %s', (path, text) => {
    expect(mayCall(path, text, 'Register')).toBe(true);
  });

  it.each([
    ['A.cs', 'public void Register(IApp app) {}'],
    ['A.cs', 'public List<Plugin> Register(IApp app) {}'],
    ['A.cs', 'Plugin[] Register<T>(IApp app) {}'],
    ['A.cs', 'var task = nameof(Register);'],
    ['A.java', 'private static Map<A, B> Register(App app) {}'],
    ['A.java', 'int Registers(); // Register'],
  ])('only declared or mentioned, %s: %s', (path, text) => {
    expect(mayCall(path, text, 'Register')).toBe(false);
  });
});
