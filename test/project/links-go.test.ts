/** Go values come from every file of a package, and from the module's other packages. */
import { expect, it } from 'vitest';
import { productionValue, Repository } from './repository.js';

const shop = {
  'go.mod': 'module example.com/shop\n\ngo 1.22\n',
  'web/handler.go': `package web

import (
	"net/http"

	"example.com/shop/config"
	conf "example.com/shop/config"
)

var own = secureCookies
var constant = K
var field = options.Secure
var other = config.Secure
var aliased = conf.Defaults.Secure
var called = config.Make().Secure
var weak = config.Weak().Secure
var method = config.New(true).IsSecure()
var local = build(false).Secure
var library = http.SameSiteLaxMode
var unwritten = empty.Secure
`,
  'web/options.go': `package web

const (
	A = 1
	K = false
)

var secureCookies = true

type Options struct {
	Secure   bool
	HttpOnly bool
}

var options = Options{Secure: true, HttpOnly: true}
var empty = Options{}

func build(secure bool) *Options {
	o := &Options{HttpOnly: true}
	o.Secure = secure
	return o
}
`,
  'web/options_test.go': 'package web\n\nvar secureCookies = false\n',
  'config/a.go': 'package config\n\nvar unrelated = 1\n',
  'config/config.go': `package config

var Secure = true

var Defaults = struct{ Secure bool }{Secure: false}

type Config struct{ Secure bool }

func Make() Config { return Config{Secure: true} }

func Weak() Config { return Config{Secure: false} }

func New(secure bool) *Config { return &Config{Secure: secure} }
`,
  'config/methods.go': 'package config\n\nfunc (c *Config) IsSecure() bool { return c.Secure }\n',
};

it('follows names, fields, functions and methods across files', async () => {
  const repository = await Repository.of(shop);
  const value = (name: string): unknown => productionValue(repository, 'web/handler.go', name);
  expect(value('own')).toBe(true);
  expect(value('constant')).toBe(false);
  expect(value('field')).toBe(true);
  expect(value('other')).toBe(true);
  expect(value('aliased')).toBe(false);
  expect(value('called')).toBe(true);
  expect(value('weak')).toBe(false);
  expect(value('method')).toBe(true);
  expect(value('local')).toBe(false);
  expect(value('library')).toBe('symbol');
  expect(value('unwritten')).toBe(undefined);
});

it('takes packages of the module only', async () => {
  const repository = await Repository.of(shop);
  expect(repository.follow('web/handler.go', 'example.com/shop/config')).toBe('config/a.go');
  expect(repository.follow('web/handler.go', 'net/http')).toBeUndefined();
  expect(repository.follow('web/handler.go', 'example.com/shop/nothing')).toBeUndefined();
  expect(repository.defines('web/handler.go', 'secureCookies')).toBe('web/options.go');
  expect(repository.defines('web/handler.go', 'notThere')).toBeUndefined();
});
