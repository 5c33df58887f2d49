// JavaScript inside markup: which blocks are read, that holes do not break them, and that ranges fit the whole file.
import { describe, expect, it } from 'vitest';
import type { Program } from '../../src/syntax/ir.js';
import { markup } from '../../src/syntax/markup/language.js';
import { compact } from './compact.js';
import { violations } from './invariants.js';
import { slices } from './snippet-table.js';

function lower(path: string, text: string): Program {
  const program = markup.lower(text, path);
  expect(program.language).toBe('javascript');
  expect(program.text).toBe(text);
  expect(violations(program)).toEqual([]);
  return program;
}

describe('files', () => {
  it.each([
    'a.vue',
    'a.svelte',
    'a.astro',
    'a.html',
    'a.HTM',
    'a.erb',
    'a.html.erb',
    'a.js.erb',
    'a.ejs',
    'a.hbs',
    'a.html.twig',
    'a.jinja',
    'a.jinja2',
    'a.html.j2',
    'a.jsp',
    'a.cshtml',
    'a.blade.php',
    'a.component.html',
    'a.min.html',
  ])('reads %s', (path) => {
    expect(markup.matches(path)).toBe(true);
  });

  it.each(['a.inc', 'a.js', 'a.md', 'nginx.conf.j2', 'settings.yml.erb', 'a.json.jinja', 'a.sql.twig', 'html', 'vue.ts'])(
    'leaves %s to others',
    (path) => {
      expect(markup.matches(path)).toBe(false);
    },
  );
});

describe('blocks', () => {
  it.each([
    [
      'a.vue',
      '<script>a()</script><template><b @click="c()"/></template><script setup lang="ts">const d: E = 1</script>',
      'a(); const d: E = 1',
    ],
    ['a.vue', '<script src="./a.ts" />\n<script lang=ts>b</script>', 'b'],
    ['a.vue', '<script lang="coffee">a = -> b</script>', ''],
    ['a.vue', '<script lang="tsx">a = <B<C>>{d}</B></script>', 'a = B({}, opaque(d))'],
    ['a.svelte', '<script context="module">export const a = 1</script><script>$: b = a</script>{#if c}d{/if}', 'export const a = 1; b = a'],
    [
      'a.astro',
      '---\nimport A from "a";\nif (b) return Astro.redirect("/");\nconst c: D = 1\n---\n<script define:vars={{ e: ">" }}>f()</script>',
      'import "a" {default as A}; if (b) { return Astro.redirect("/") }; const c: D = 1; f()',
    ],
    ['a.astro', '<p>---</p>\n<script>a!</script>', 'a'],
    [
      'a.html',
      '<SCRIPT TYPE="text/javascript">a()</SCRIPT ><script type=module>b()</script><script type="text/babel">c(<D/>)</script>',
      'a(); b(); c(D({}))',
    ],
    [
      'a.html',
      '<script type="application/ld+json">{"a":1}</script><script type="text/template"><b></b></script><script type="importmap">{}</script>',
      '',
    ],
    ['a.html', '<script src="a.js"></script><script></script><scripty>a()</scripty>', ''],
    ['a.html', '<script data-a="b>c" async>d()</script>', 'd()'],
    ['a.html', '<script>a()', 'a()'],
    [
      'a.html',
      '<script>\n<!--\na()\n//-->\n</script><script>//<![CDATA[\nb()\n//]]></script><script><![CDATA[ c() ]]></script>',
      'a(); b(); c()',
    ],
    ['a.html', '<!-- <script>a()</script> --><script>b()</script>', 'b()'],
    ['a.html', '<a onclick="b(); return false" onfocus=\'c("d")\' data-on="e()">on fire="f()"</a>', 'b(); return false; c("d")'],
    ['a.html', '<a title=" once = " onclick="not javascript">b</a><script>c()</script>', 'c()'],
    ['a.html', '<script>var a = b</script><script>(function () {})()</script>', 'var(function) a = b; fn() {}()'],
    ['a.html', '<script>a() // b</script><script>c()</script>', 'a(); c()'],
  ])('of %s: %s', (path, text, expected) => {
    const program = lower(path, text);
    expect(compact(program)).toBe(expected);
    expect(program.problems).toEqual([]);
  });

  it('gives ranges of the whole file', () => {
    const text =
      '\uFEFF<p>😀</p>\r\n<script>document.cookie = "a😀=b"</script>\n<b onclick="c(`d`)">é</b><script type="module">import e from "f"</script>';
    const program = lower('a.html', text);
    expect(program.body.map(({ start, end }) => text.slice(start, end))).toEqual([
      'document.cookie = "a😀=b"',
      'c(`d`)',
      'import e from "f"',
    ]);
    expect(slices(program, 'literal')).toEqual(['"a😀=b"', '`d`']);
  });

  it('keeps the comments of the markup and of the scripts, in order', () => {
    const program = lower('a.html', '<!-- a --><script>/* b */ c() // d\n</script><!--e-->');
    expect(program.comments.map(({ text }) => text)).toEqual([' a ', ' b ', ' d', 'e']);
  });

  it.each([
    ['a.jsp', '<%-- a <script>b()</script> --%>', ' a <script>b()</script> '],
    ['a.hbs', '{{!-- a --}}', ' a '],
    ['a.blade.php', '{{-- a --}}', ' a '],
    ['a.twig', '{# a #}', ' a '],
    ['a.cshtml', '@* a *@', ' a '],
  ])('keeps the comments of %s', (path, text, comment) => {
    const program = lower(path, text);
    expect(program.comments.map(({ text: kept }) => kept)).toEqual([comment]);
    expect(program.body).toEqual([]);
  });

  it('reads the other scripts when one is broken', () => {
    const text = '<script>a()</script><script>\nb(\n</script><b onclick="{{{">c</b><script>d()</script>';
    const program = lower('a.vue', text);
    expect(compact(program)).toBe('a(); d()');
    expect(program.problems.map(({ start, end }) => text.slice(start, end).trim())).toEqual(['b(']);
  });
});

describe('holes', () => {
  const opaqueHole = 'x = opaque()';
  it.each([
    ['a.html.erb', 'x = <%= raw a.to_json %>', opaqueHole],
    ['a.html.erb', '<% if a %>\nx = 1\n<% else %>\ny = 2\n<% end -%>', 'x = 1; y = 2'],
    ['a.html.erb', 'f("a=<%= b %>; path=/")', 'f(template("a=", opaque(), "; path=/"))'],
    ['a.html.erb', '<%# x = 1 %> y', 'y'],
    ['a.ejs', 'x = <%- JSON.stringify(a) %>', opaqueHole],
    ['a.jsp', 'x = ${a.b}; <%@ page %>', opaqueHole],
    ['a.jsp', 'x = "${a}"; y = `\\${b}`; z = <%= c %>', 'x = template(opaque()); y = "${b}"; z = opaque()'],
    ['a.html', 'x = {{ a|safe }}; {% if b %} y = "{{ c }}d" {% endif %}', 'x = opaque(); y = template(opaque(), "d")'],
    ['a.html', 'x = {{{ a }}}', opaqueHole],
    ['a.html', "x = '{% url 'a' %}'", 'x = template(opaque())'],
    ['a.html', 'x = {a: {b: 1}}; function f() {{ g() }}', 'x = {a: {b: 1}}; fn f() { { g() } }'],
    ['a.html', 'x = [[${a}]]; y = [[1], [2]]', 'x = opaque(); y = [[1], [2]]'],
    ['a.html', 'x = <?php echo $a ?>; <?php if ($b): ?> y() <?php endif ?>', 'x = opaque(); y()'],
    ['a.hbs', '{{#if a}} x = {{b}} {{/if}}', opaqueHole],
    ['a.hbs', '{{#each a}} f("{{this}}") {{/each}}', 'f(template(opaque()))'],
    ['a.gohtml', '{{if .A}} x = {{.B}} {{end}}', opaqueHole],
    ['a.twig', 'x = {{ a }}; {# b() #} {% set c = 1 %}', opaqueHole],
    ['a.cshtml', 'x = @Html.Raw(Json.Serialize(Model.A["("]))', opaqueHole],
    ['a.cshtml', 'x = "@Model.A?.B, c@d.e"', 'x = template(opaque(), ", c@d.e")'],
    ['a.cshtml', '@if (Model.A) { <text>x = @(B + ")")</text> } else { y() }', 'if (opaque()) { x = opaque() } else { y() }'],
    ['a.cshtml', '@{ var a = "}"; } x = 1; @* y *@ @foreach (var z in w) { f() }', 'x = 1; { f() }'],
    ['a.blade.php', '@if(a()) x = @json($b, JSON_HEX_TAG) @endif', opaqueHole],
    ['a.blade.php', 'x = {!! $a !!}; y = "{{ $b }}"; z = @{{ c }}', 'x = opaque(); y = template(opaque()); z = opaque()'],
    ['a.blade.php', '@php $a = 1; @endphp x = {{ $a }}', opaqueHole],
    ['a.ftl', '<#if a> x = ${b} </#if>', opaqueHole],
  ])('of %s: %s', (path, code, expected) => {
    const text = `<script nonce="<%= a > "b" %>">\n${code}\n</script>`;
    const program = lower(path, text);
    expect(compact(program)).toBe(expected);
    expect(program.problems).toEqual([]);
  });

  it('leaves double braces alone that are JavaScript', () => {
    expect(compact(lower('a.html', '<script type="text/babel">x = <a style={{ b: 1 }} /></script>'))).toBe('x = opaque({b: 1})');
  });

  it('reads a script that a template engine fills in', () => {
    expect(compact(lower('a.js.erb', '$("#a").html("<%= j render("b") %>");'))).toBe('$("#a").html(template(opaque()))');
  });

  it('survives holes that never end', () => {
    expect(compact(lower('a.html.erb', '<script>a("<%= ")</script><%'))).toBe('a("<%= ")');
  });
});
