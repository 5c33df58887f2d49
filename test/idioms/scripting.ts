/** The idioms in JavaScript, Python, Ruby and PHP. */
import type { Func } from './meaning.js';
import { indented, Printer } from './printer.js';

class JavaScript extends Printer {
  readonly language = 'JavaScript';
  protected readonly path = 'app.js';
  protected program(functions: readonly string[], before: readonly string[], secure: string): string {
    return `import express from 'express';\nconst app = express();\n${functions.join('\n')}\napp.get('/', (req, res) => {\n${indented(before.join('\n'))}\n  res.cookie('sid', '1', { secure: ${secure} });\n  res.end();\n});\n`;
  }
  protected env(variable: string): string {
    return `process.env.${variable}`;
  }
  protected envOr(variable: string, fallback: string): string {
    return `(process.env.${variable} ?? ${fallback})`;
  }
  protected isSet(variable: string): string {
    return `('${variable}' in process.env)`;
  }
  protected override equal(left: string, right: string): string {
    return `${left} === ${right}`;
  }
  protected override differs(left: string, right: string): string {
    return `${left} !== ${right}`;
  }
  protected lower(of: string): string {
    return `${of}.toLowerCase()`;
  }
  protected trim(of: string): string {
    return `${of}.trim()`;
  }
  protected parseBool(of: string): string {
    return `JSON.parse(${of})`;
  }
  protected isEmpty(of: string): string {
    return `${of}.length === 0`;
  }
  protected among(of: string, words: readonly string[]): string {
    return `[${words.join(', ')}].includes(${of})`;
  }
  protected begins(of: string, text: string): string {
    return `${of}.startsWith(${text})`;
  }
  protected override fits(of: string, pattern: string): string {
    return `/${pattern}/.test(${of})`;
  }
  protected first(of: string, count: number): string {
    return `${of}.slice(0, ${count})`;
  }
  protected override lookUp(key: string, entries: readonly (readonly [string, string])[], otherwise: string): string {
    return `({ ${entries.map(([word, value]) => `${word}: ${value}`).join(', ')} }[${key}] ?? ${otherwise})`;
  }
  protected declare(name: string, _: 'flag' | 'text', value: string): string {
    return `let ${name} = ${value};`;
  }
  protected raise(): string {
    return "throw new Error('missing');";
  }
  func({ name, params, body }: Func): string {
    return `function ${name}(${params.map((one) => one.name + (one.fallback === undefined ? '' : ` = ${one.fallback}`)).join(', ')}) {\n${indented(this.steps(body))}\n}`;
  }
}

class Python extends Printer {
  readonly language = 'Python';
  protected readonly path = 'app.py';
  protected override readonly words = { and: 'and', or: 'or', not: 'not ' };
  protected override readonly end = '';
  protected program(functions: readonly string[], before: readonly string[], secure: string): string {
    return `import os\nimport re\nfrom flask import Flask, make_response\n\napp = Flask(__name__)\n\n${functions.join('\n\n')}\n\n@app.get("/")\ndef index():\n${indented(before.join('\n'))}\n    response = make_response("ok")\n    response.set_cookie("sid", "1", secure=${secure})\n    return response\n`;
  }
  protected override bool(value: boolean): string {
    return value ? 'True' : 'False';
  }
  protected env(variable: string): string {
    return `os.environ.get("${variable}")`;
  }
  protected envOr(variable: string, fallback: string): string {
    return `os.environ.get("${variable}", ${fallback})`;
  }
  protected override envRequired(variable: string): string {
    return `os.environ["${variable}"]`;
  }
  protected isSet(variable: string): string {
    return `("${variable}" in os.environ)`;
  }
  protected lower(of: string): string {
    return `${of}.lower()`;
  }
  protected trim(of: string): string {
    return `${of}.strip()`;
  }
  protected parseBool(of: string): string {
    return `strtobool(${of})`;
  }
  protected isEmpty(of: string): string {
    return `len(${of}) == 0`;
  }
  protected override conditional(test: string, yes: string, no: string): string {
    return `(${yes} if ${test} else ${no})`;
  }
  protected among(of: string, words: readonly string[]): string {
    return `(${of} in {${words.join(', ')}})`;
  }
  protected begins(of: string, text: string): string {
    return `${of}.startswith(${text})`;
  }
  protected override fits(of: string, pattern: string): string {
    return `(re.match(r"${pattern}", ${of}) is not None)`;
  }
  protected first(of: string, count: number): string {
    return `${of}[:${count}]`;
  }
  protected override lookUp(key: string, entries: readonly (readonly [string, string])[], otherwise: string): string {
    return `{${entries.map(([word, value]) => `${word}: ${value}`).join(', ')}}.get(${key}, ${otherwise})`;
  }
  protected declare(name: string, _: 'flag' | 'text', value: string): string {
    return `${name} = ${value}`;
  }
  protected raise(): string {
    return 'raise RuntimeError("missing")';
  }
  protected override when(test: string, then: string, otherwise: string | undefined): string {
    return `if ${test}:\n${indented(then)}${otherwise === undefined ? '' : `\nelse:\n${indented(otherwise)}`}`;
  }
  protected override choose(of: string, cases: readonly (readonly [string, string])[], otherwise: string): string {
    return `match ${of}:\n${indented(`${cases.map(([word, then]) => `case ${word}:\n${indented(then)}\n`).join('')}case _:\n${indented(otherwise)}`)}`;
  }
  func({ name, params, body }: Func): string {
    return `def ${name}(${params.map((one) => one.name + (one.fallback === undefined ? '' : `=${this.bool(one.fallback)}`)).join(', ')}):\n${indented(this.steps(body))}`;
  }
  override print(variant: Parameters<Printer['print']>[0]): ReturnType<Printer['print']> {
    const { path, text } = super.print(variant);
    return { path, text: text.includes('strtobool(') ? `from distutils.util import strtobool\n${text}` : text };
  }
}

class Ruby extends Printer {
  readonly language = 'Ruby';
  protected readonly path = 'app/controllers/pages_controller.rb';
  protected override readonly end = '';
  protected program(functions: readonly string[], before: readonly string[], secure: string): string {
    return `class PagesController < ApplicationController\n  def show\n${indented(before.join('\n'))}\n    cookies[:sid] = { value: "1", secure: ${secure} }\n    head :ok\n  end\n\n${indented(functions.join('\n\n'), '  ')}\nend\n`;
  }
  protected env(variable: string): string {
    return `ENV["${variable}"]`;
  }
  protected envOr(variable: string, fallback: string): string {
    return `ENV.fetch("${variable}", ${fallback})`;
  }
  protected override envRequired(variable: string): string {
    return `ENV.fetch("${variable}")`;
  }
  protected isSet(variable: string): string {
    return `ENV.key?("${variable}")`;
  }
  protected lower(of: string): string {
    return `${of}.downcase`;
  }
  protected trim(of: string): string {
    return `${of}.strip`;
  }
  protected parseBool(of: string): string {
    return `ActiveModel::Type::Boolean.new.cast(${of})`;
  }
  protected isEmpty(of: string): string {
    return `${of}.empty?`;
  }
  protected among(of: string, words: readonly string[]): string {
    return `[${words.join(', ')}].include?(${of})`;
  }
  protected begins(of: string, text: string): string {
    return `${of}.start_with?(${text})`;
  }
  protected override fits(of: string, pattern: string): string {
    return `${of}.match?(/${pattern}/)`;
  }
  protected first(of: string, count: number): string {
    return `${of}[0, ${count}]`;
  }
  protected override lookUp(key: string, entries: readonly (readonly [string, string])[], otherwise: string): string {
    return `{ ${entries.map(([word, value]) => `${word} => ${value}`).join(', ')} }.fetch(${key}, ${otherwise})`;
  }
  protected declare(name: string, _: 'flag' | 'text', value: string): string {
    return `${name} = ${value}`;
  }
  protected raise(): string {
    return 'raise "missing"';
  }
  protected override when(test: string, then: string, otherwise: string | undefined): string {
    return `if ${test}\n${indented(then)}${otherwise === undefined ? '' : `\nelse\n${indented(otherwise)}`}\nend`;
  }
  protected override choose(of: string, cases: readonly (readonly [string, string])[], otherwise: string): string {
    return `case ${of}\n${cases.map(([word, then]) => `when ${word}\n${indented(then)}\n`).join('')}else\n${indented(otherwise)}\nend`;
  }
  func({ name, params, body }: Func): string {
    return `def ${name}(${params.map((one) => one.name + (one.fallback === undefined ? '' : ` = ${one.fallback}`)).join(', ')})\n${indented(this.steps(body))}\nend`;
  }
}

class Php extends Printer {
  readonly language = 'PHP';
  protected readonly path = 'index.php';
  protected program(functions: readonly string[], before: readonly string[], secure: string): string {
    return `<?php\n${functions.join('\n')}\n${before.join('\n')}\nsetcookie('sid', '1', ['secure' => ${secure}]);\n`;
  }
  protected override name(name: string): string {
    return `$${name}`;
  }
  protected env(variable: string): string {
    return `getenv('${variable}')`;
  }
  protected envOr(variable: string, fallback: string): string {
    return `($_ENV['${variable}'] ?? ${fallback})`;
  }
  protected isSet(variable: string): string {
    return `array_key_exists('${variable}', $_ENV)`;
  }
  protected override equal(left: string, right: string): string {
    return `${left} === ${right}`;
  }
  protected override differs(left: string, right: string): string {
    return `${left} !== ${right}`;
  }
  protected lower(of: string): string {
    return `strtolower(${of})`;
  }
  protected trim(of: string): string {
    return `trim(${of})`;
  }
  protected parseBool(of: string): string {
    return `filter_var(${of}, FILTER_VALIDATE_BOOLEAN)`;
  }
  protected isEmpty(of: string): string {
    return `strlen(${of}) === 0`;
  }
  protected among(of: string, words: readonly string[]): string {
    return `in_array(${of}, [${words.join(', ')}], true)`;
  }
  protected begins(of: string, text: string): string {
    return `str_starts_with(${of}, ${text})`;
  }
  protected override fits(of: string, pattern: string): string {
    return `preg_match('/${pattern}/', ${of}) === 1`;
  }
  protected first(of: string, count: number): string {
    return `substr(${of}, 0, ${count})`;
  }
  protected override lookUp(key: string, entries: readonly (readonly [string, string])[], otherwise: string): string {
    return `([${entries.map(([word, value]) => `${word} => ${value}`).join(', ')}][${key}] ?? ${otherwise})`;
  }
  protected override join(left: string, right: string): string {
    return `${left} . ${right}`;
  }
  protected declare(name: string, _: 'flag' | 'text', value: string): string {
    return `$${name} = ${value};`;
  }
  protected raise(): string {
    return "throw new RuntimeException('missing');";
  }
  func({ name, params, body }: Func): string {
    return `function ${name}(${params.map((one) => `$${one.name}${one.fallback === undefined ? '' : ` = ${one.fallback}`}`).join(', ')}) {\n${indented(this.steps(body))}\n}`;
  }
}

export const SCRIPTING: readonly Printer[] = [new JavaScript(), new Python(), new Ruby(), new Php()];
