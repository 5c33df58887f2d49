/** The idioms in Java, Kotlin, Scala, C#, Go and Rust. */
import type { Func } from './meaning.js';
import { indented, Printer, Unprintable } from './printer.js';

class Java extends Printer {
  readonly language: string = 'Java';
  protected readonly path: string = 'SignIn.java';
  protected program(functions: readonly string[], before: readonly string[], secure: string): string {
    return `package shop;\n\nimport jakarta.servlet.http.*;\nimport java.util.*;\n\nclass SignIn extends HttpServlet {\n${indented(functions.join('\n'))}\n    protected void doGet(HttpServletRequest request, HttpServletResponse response) {\n${indented(before.join('\n'), '        ')}\n        Cookie cookie = new Cookie("sid", "1");\n        cookie.setSecure(${secure});\n        response.addCookie(cookie);\n    }\n}\n`;
  }
  protected env(variable: string): string {
    return `System.getenv("${variable}")`;
  }
  protected envOr(variable: string, fallback: string): string {
    return `System.getenv().getOrDefault("${variable}", ${fallback})`;
  }
  protected override envRequired(variable: string): string {
    return `Objects.requireNonNull(System.getenv("${variable}"))`;
  }
  protected isSet(variable: string): string {
    return `System.getenv().containsKey("${variable}")`;
  }
  protected override equal(left: string, right: string): string {
    return `${right}.equals(${left})`;
  }
  protected override differs(left: string, right: string): string {
    return `!${right}.equals(${left})`;
  }
  protected lower(of: string): string {
    return `${of}.toLowerCase()`;
  }
  protected trim(of: string): string {
    return `${of}.trim()`;
  }
  protected parseBool(of: string): string {
    return `Boolean.parseBoolean(${of})`;
  }
  protected isEmpty(of: string): string {
    return `${of}.length() == 0`;
  }
  protected among(of: string, words: readonly string[]): string {
    return `List.of(${words.join(', ')}).contains(${of})`;
  }
  protected begins(of: string, text: string): string {
    return `${of}.startsWith(${text})`;
  }
  protected override fits(of: string, pattern: string): string {
    return `${of}.matches("${pattern}.*")`;
  }
  protected first(of: string, count: number): string {
    return `${of}.substring(0, ${count})`;
  }
  protected override lookUp(key: string, entries: readonly (readonly [string, string])[], otherwise: string): string {
    return `Map.of(${entries.map(([word, value]) => `${word}, ${value}`).join(', ')}).getOrDefault(${key}, ${otherwise})`;
  }
  protected declare(name: string, type: 'flag' | 'text', value: string): string {
    return `${type === 'flag' ? 'boolean' : 'String'} ${name} = ${value};`;
  }
  protected raise(): string {
    return 'throw new IllegalStateException("missing");';
  }
  func({ name, params, body, returns }: Func): string {
    if (params.some((one) => one.fallback !== undefined)) throw new Unprintable('defaults of parameters');
    const type = (one: 'flag' | 'text'): string => (one === 'flag' ? 'boolean' : 'String');
    return `private static ${type(returns)} ${name}(${params.map((one) => `${type(one.type)} ${one.name}`).join(', ')}) {\n${indented(this.steps(body))}\n}`;
  }
}

class Kotlin extends Java {
  override readonly language: string = 'Kotlin';
  protected override readonly path: string = 'SignIn.kt';
  protected override readonly end = '';
  protected override program(functions: readonly string[], before: readonly string[], secure: string): string {
    return `package shop\n\nimport jakarta.servlet.http.*\n\n${functions.join('\n')}\n\nfun signIn(request: HttpServletRequest, response: HttpServletResponse) {\n${indented(before.join('\n'))}\n    val cookie = Cookie("sid", "1")\n    cookie.secure = ${secure}\n    response.addCookie(cookie)\n}\n`;
  }
  protected override envOr(variable: string, fallback: string): string {
    return `(System.getenv("${variable}") ?: ${fallback})`;
  }
  protected override envRequired(variable: string): string {
    return `requireNotNull(System.getenv("${variable}"))`;
  }
  protected override isSet(variable: string): string {
    return `("${variable}" in System.getenv())`;
  }
  protected override equal(left: string, right: string): string {
    return `${left} == ${right}`;
  }
  protected override differs(left: string, right: string): string {
    return `${left} != ${right}`;
  }
  protected override lower(of: string): string {
    return `${of}.lowercase()`;
  }
  protected override parseBool(of: string): string {
    return `${of}.toBoolean()`;
  }
  protected override isEmpty(of: string): string {
    return `${of}.length == 0`;
  }
  protected override conditional(test: string, yes: string, no: string): string {
    return `if (${test}) ${yes} else ${no}`;
  }
  protected override among(of: string, words: readonly string[]): string {
    return `(${of} in listOf(${words.join(', ')}))`;
  }
  protected override fits(of: string, pattern: string): string {
    return `${of}.matches(Regex("${pattern}.*"))`;
  }
  protected override first(of: string, count: number): string {
    return `${of}.take(${count})`;
  }
  protected override lookUp(key: string, entries: readonly (readonly [string, string])[], otherwise: string): string {
    return `(mapOf(${entries.map(([word, value]) => `${word} to ${value}`).join(', ')})[${key}] ?: ${otherwise})`;
  }
  protected override declare(name: string, _: 'flag' | 'text', value: string): string {
    return `var ${name} = ${value}`;
  }
  protected override raise(): string {
    return 'throw IllegalStateException("missing")';
  }
  protected override choose(of: string, cases: readonly (readonly [string, string])[], otherwise: string): string {
    return `when (${of}) {\n${cases.map(([word, then]) => `${word} -> {\n${then}\n}\n`).join('')}else -> {\n${otherwise}\n}\n}`;
  }
  override func({ name, params, body, returns }: Func): string {
    const type = (one: 'flag' | 'text'): string => (one === 'flag' ? 'Boolean' : 'String');
    return `fun ${name}(${params.map((one) => `${one.name}: ${type(one.type)}${one.fallback === undefined ? '' : ` = ${one.fallback}`}`).join(', ')}): ${type(returns)} {\n${indented(this.steps(body))}\n}`;
  }
}

class Scala extends Kotlin {
  override readonly language: string = 'Scala';
  protected override readonly path: string = 'SignIn.scala';
  protected override program(functions: readonly string[], before: readonly string[], secure: string): string {
    return `package shop\n\nimport jakarta.servlet.http._\n\nclass SignIn extends HttpServlet {\n${indented(functions.join('\n'))}\n  override def doGet(request: HttpServletRequest, response: HttpServletResponse): Unit = {\n${indented(before.join('\n'))}\n    val cookie = new Cookie("sid", "1")\n    cookie.setSecure(${secure})\n    response.addCookie(cookie)\n  }\n}\n`;
  }
  protected override envOr(variable: string, fallback: string): string {
    return `sys.env.getOrElse("${variable}", ${fallback})`;
  }
  protected override envRequired(variable: string): string {
    return `sys.env("${variable}")`;
  }
  protected override isSet(variable: string): string {
    return `sys.env.contains("${variable}")`;
  }
  protected override lower(of: string): string {
    return `${of}.toLowerCase`;
  }
  protected override trim(of: string): string {
    return `${of}.trim`;
  }
  protected override parseBool(of: string): string {
    return `${of}.toBoolean`;
  }
  protected override isEmpty(of: string): string {
    return `${of}.isEmpty`;
  }
  protected override conditional(test: string, yes: string, no: string): string {
    return `(if (${test}) ${yes} else ${no})`;
  }
  protected override among(of: string, words: readonly string[]): string {
    return `List(${words.join(', ')}).contains(${of})`;
  }
  protected override fits(of: string, pattern: string): string {
    return `${of}.matches("${pattern}.*")`;
  }
  protected override lookUp(key: string, entries: readonly (readonly [string, string])[], otherwise: string): string {
    return `Map(${entries.map(([word, value]) => `${word} -> ${value}`).join(', ')}).getOrElse(${key}, ${otherwise})`;
  }
  protected override raise(): string {
    return 'throw new IllegalStateException("missing")';
  }
  protected override choose(of: string, cases: readonly (readonly [string, string])[], otherwise: string): string {
    return `${of} match {\n${cases.map(([word, then]) => `case ${word} =>\n${then}\n`).join('')}case _ =>\n${otherwise}\n}`;
  }
  override func({ name, params, body, returns }: Func): string {
    const type = (one: 'flag' | 'text'): string => (one === 'flag' ? 'Boolean' : 'String');
    return `def ${name}(${params.map((one) => `${one.name}: ${type(one.type)}${one.fallback === undefined ? '' : ` = ${one.fallback}`}`).join(', ')}): ${type(returns)} = {\n${indented(this.steps(body))}\n}`;
  }
}

class CSharp extends Java {
  override readonly language = 'C#';
  protected override readonly path = 'SignInController.cs';
  protected override program(functions: readonly string[], before: readonly string[], secure: string): string {
    return `using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Text.RegularExpressions;\nusing Microsoft.AspNetCore.Http;\nusing Microsoft.AspNetCore.Mvc;\n\npublic class SignInController : Controller\n{\n${indented(functions.join('\n'))}\n    public IActionResult Index()\n    {\n${indented(before.join('\n'), '        ')}\n        Response.Cookies.Append("sid", "1", new CookieOptions { Secure = ${secure} });\n        return Ok();\n    }\n}\n`;
  }
  protected override env(variable: string): string {
    return `Environment.GetEnvironmentVariable("${variable}")`;
  }
  protected override envOr(variable: string, fallback: string): string {
    return `(Environment.GetEnvironmentVariable("${variable}") ?? ${fallback})`;
  }
  protected override envRequired(variable: string): string {
    return `(Environment.GetEnvironmentVariable("${variable}") ?? throw new InvalidOperationException())`;
  }
  protected override isSet(variable: string): string {
    return `Environment.GetEnvironmentVariables().Contains("${variable}")`;
  }
  protected override equal(left: string, right: string): string {
    return `${left} == ${right}`;
  }
  protected override differs(left: string, right: string): string {
    return `${left} != ${right}`;
  }
  protected override lower(of: string): string {
    return `${of}.ToLowerInvariant()`;
  }
  protected override trim(of: string): string {
    return `${of}.Trim()`;
  }
  protected override parseBool(of: string): string {
    return `bool.Parse(${of})`;
  }
  protected override isEmpty(of: string): string {
    return `${of}.Length == 0`;
  }
  protected override among(of: string, words: readonly string[]): string {
    return `new[] { ${words.join(', ')} }.Contains(${of})`;
  }
  protected override begins(of: string, text: string): string {
    return `${of}.StartsWith(${text})`;
  }
  protected override fits(of: string, pattern: string): string {
    return `Regex.IsMatch(${of}, "${pattern}")`;
  }
  protected override first(of: string, count: number): string {
    return `${of}.Substring(0, ${count})`;
  }
  protected override lookUp(key: string, entries: readonly (readonly [string, string])[], otherwise: string): string {
    return `new Dictionary<string, bool> { ${entries.map(([word, value]) => `[${word}] = ${value}`).join(', ')} }.GetValueOrDefault(${key}, ${otherwise})`;
  }
  protected override declare(name: string, type: 'flag' | 'text', value: string): string {
    return `${type === 'flag' ? 'bool' : 'string'} ${name} = ${value};`;
  }
  protected override raise(): string {
    return 'throw new InvalidOperationException("missing");';
  }
  override func({ name, params, body, returns }: Func): string {
    const type = (one: 'flag' | 'text'): string => (one === 'flag' ? 'bool' : 'string');
    return `private static ${type(returns)} ${name}(${params.map((one) => `${type(one.type)} ${one.name}${one.fallback === undefined ? '' : ` = ${one.fallback}`}`).join(', ')})\n{\n${indented(this.steps(body))}\n}`;
  }
}

class Go extends Printer {
  readonly language = 'Go';
  protected readonly path = 'main.go';
  protected override readonly end = '';
  protected program(functions: readonly string[], before: readonly string[], secure: string): string {
    return `package main\n\nimport (\n\t"net/http"\n\t"os"\n\t"regexp"\n\t"slices"\n\t"strconv"\n\t"strings"\n)\n\nfunc env(name, fallback string) string {\n\tif found, ok := os.LookupEnv(name); ok {\n\t\treturn found\n\t}\n\treturn fallback\n}\n\n${functions.join('\n')}\n\nfunc handler(w http.ResponseWriter, r *http.Request) {\n${indented(before.join('\n'), '\t')}\n\thttp.SetCookie(w, &http.Cookie{Name: "sid", Value: "1", Secure: ${secure}})\n}\n\nfunc main() { http.HandleFunc("/", handler) }\n`;
  }
  protected env(variable: string): string {
    return `os.Getenv("${variable}")`;
  }
  protected envOr(variable: string, fallback: string): string {
    return fallback === '""' ? `os.Getenv("${variable}")` : `env("${variable}", ${fallback})`;
  }
  protected isSet(variable: string): string {
    return `os.Getenv("${variable}") != ""`;
  }
  protected lower(of: string): string {
    return `strings.ToLower(${of})`;
  }
  protected trim(of: string): string {
    return `strings.TrimSpace(${of})`;
  }
  protected parseBool(): string {
    throw new Unprintable('two results');
  }
  protected isEmpty(of: string): string {
    return `len(${of}) == 0`;
  }
  protected override conditional(): string {
    throw new Unprintable('a conditional');
  }
  protected among(of: string, words: readonly string[]): string {
    return `slices.Contains([]string{${words.join(', ')}}, ${of})`;
  }
  protected begins(of: string, text: string): string {
    return `strings.HasPrefix(${of}, ${text})`;
  }
  protected override fits(of: string, pattern: string): string {
    return `regexp.MustCompile("${pattern}").MatchString(${of})`;
  }
  protected first(of: string, count: number): string {
    return `${of}[:${count}]`;
  }
  protected override lookUp(key: string, entries: readonly (readonly [string, string])[], otherwise: string): string {
    if (otherwise === 'true') throw new Unprintable('a default');
    return `map[string]bool{${entries.map(([word, value]) => `${word}: ${value}`).join(', ')}}[${key}]`;
  }
  protected declare(name: string, _: 'flag' | 'text', value: string): string {
    return `${name} := ${value}`;
  }
  protected raise(): string {
    return 'panic("missing")';
  }
  protected override when(test: string, then: string, otherwise: string | undefined): string {
    return `if ${test} {\n${indented(then, '\t')}\n}${otherwise === undefined ? '' : ` else {\n${indented(otherwise, '\t')}\n}`}`;
  }
  protected override choose(of: string, cases: readonly (readonly [string, string])[], otherwise: string): string {
    return `switch ${of} {\n${cases.map(([word, then]) => `case ${word}:\n${then}\n`).join('')}default:\n${otherwise}\n}`;
  }
  func({ name, params, body, returns }: Func): string {
    if (params.some((one) => one.fallback !== undefined)) throw new Unprintable('defaults of parameters');
    const type = (one: 'flag' | 'text'): string => (one === 'flag' ? 'bool' : 'string');
    return `func ${name}(${params.map((one) => `${one.name} ${type(one.type)}`).join(', ')}) ${type(returns)} {\n${indented(this.steps(body), '\t')}\n}`;
  }
}

class Rust extends Printer {
  readonly language = 'Rust';
  protected readonly path = 'lib.rs';
  protected program(functions: readonly string[], before: readonly string[], secure: string): string {
    return `use axum_extra::extract::cookie::{Cookie, CookieJar};\nuse regex::Regex;\nuse std::env;\n\n${functions.join('\n')}\n\npub async fn index(jar: CookieJar) -> CookieJar {\n${indented(before.join('\n'))}\n    jar.add(Cookie::build(("sid", "1")).secure(${secure}))\n}\n`;
  }
  protected env(variable: string): string {
    return `env::var("${variable}").unwrap_or_default()`;
  }
  protected envOr(variable: string, fallback: string): string {
    return fallback === '""' ? this.env(variable) : `env::var("${variable}").unwrap_or(${fallback}.to_string())`;
  }
  protected override envRequired(variable: string): string {
    return `env::var("${variable}").expect("missing")`;
  }
  protected isSet(variable: string): string {
    return `env::var("${variable}").is_ok()`;
  }
  protected lower(of: string): string {
    return `${of}.to_lowercase()`;
  }
  protected trim(of: string): string {
    return `${of}.trim()`;
  }
  protected parseBool(of: string): string {
    return `${of}.parse::<bool>().unwrap()`;
  }
  protected isEmpty(of: string): string {
    return `${of}.is_empty()`;
  }
  protected override conditional(test: string, yes: string, no: string): string {
    return `if ${test} { ${yes} } else { ${no} }`;
  }
  protected among(of: string, words: readonly string[]): string {
    return `[${words.join(', ')}].contains(&${of}.as_str())`;
  }
  protected begins(of: string, text: string): string {
    return `${of}.starts_with(${text})`;
  }
  protected override fits(of: string, pattern: string): string {
    return `Regex::new("${pattern}").unwrap().is_match(&${of})`;
  }
  protected first(of: string, count: number): string {
    return `${of}[..${count}]`;
  }
  protected override join(left: string, right: string): string {
    return `format!("{}{}", ${left}, ${right})`;
  }
  protected declare(name: string, _: 'flag' | 'text', value: string): string {
    return `let mut ${name} = ${value};`;
  }
  protected raise(): string {
    return 'panic!("missing");';
  }
  protected override when(test: string, then: string, otherwise: string | undefined): string {
    return `if ${test} {\n${indented(then)}\n}${otherwise === undefined ? '' : ` else {\n${indented(otherwise)}\n}`}`;
  }
  protected override choose(of: string, cases: readonly (readonly [string, string])[], otherwise: string): string {
    return `match ${of}.as_str() {\n${cases.map(([word, then]) => `${word} => { ${then} }\n`).join('')}_ => { ${otherwise} }\n}`;
  }
  func({ name, params, body, returns }: Func): string {
    if (params.some((one) => one.fallback !== undefined)) throw new Unprintable('defaults of parameters');
    const type = (one: 'flag' | 'text'): string => (one === 'flag' ? 'bool' : 'String');
    return `fn ${name}(${params.map((one) => `${one.name}: ${type(one.type)}`).join(', ')}) -> ${type(returns)} {\n${indented(this.steps(body))}\n}`;
  }
}

export const COMPILED: readonly Printer[] = [new Java(), new Kotlin(), new Scala(), new CSharp(), new Go(), new Rust()];
