import { describe, expect, it } from 'vitest';
import { besideLongLines, isDocumentation, isExampleFile, isMinified, isTestFile, isVendoredFile } from '../../src/engine/file-kinds.js';

describe('isTestFile', () => {
  it.each([
    'test/a.js',
    'src/__tests__/a.ts',
    'spec/models/user_spec.rb',
    'a.test.ts',
    'x/b.spec.tsx',
    'srv/http_test.go',
    'app/test_views.py',
    'app/tests.py',
    'conftest.py',
    'src/test/java/A.java',
    'Shop.Tests/Login.cs',
    'e2e/login.ts',
    'src/LoginTests.cs',
    'a/FooIT.java',
    'ui/Button.stories.tsx',
    'cypress/support/login.js',
    'db/fixtures/x.py',
    'internal/testhelpers/server.go',
    'src/stories/Button.tsx',
    'try/a.html',
    'src/test/java/com/shop/docs/A.java',
    'app/tests/test_login.py',
    'test_project/test_project/settings.py',
    'apps/web/session_try.rb',
  ])('%s is one', (path) => {
    expect(isTestFile(path)).toBe(true);
  });
  it.each([
    'src/server.ts',
    'contest/a.js',
    'latest/app.py',
    'src/specification.ts',
    'attest.go',
    'src/main/java/Greatest.java',
    'app/testimonials.py',
    'inspector/index.js',
    'app/Profit.java',
    'contesthelpers/server.go',
    'stories/views.py',
    'app/controllers/stories/votes_controller.rb',
    'app/stories/page.tsx',
    'src/main/java/com/shop/test/Login.java',
    'src/com/shop/testing/Login.java',
    'src/main/kotlin/io/shop/spec/Login.kt',
  ])('%s is none', (path) => {
    expect(isTestFile(path)).toBe(false);
  });
});

describe('isVendoredFile', () => {
  it.each([
    'node_modules/a/i.js',
    'packages/node_modules/@red/api/node_modules/a/i.js',
    'vendor/laravel/x.php',
    'app/assets/javascripts/vendor/x.js',
    'third_party/x.go',
    'public/build/app.js',
    'js/jquery.min.js',
    'js/jquery-3.2.1.js',
    'dist/index.js',
    'static/main.3fb21c9a.js',
    'wwwroot/lib/bootstrap/b.js',
    'static/ajax/libs/bootstrap-table/cookie/bootstrap-table-cookie.js',
    'webapp/admin/js/codemirror/mode/xml/xml.js',
    'modules/editor/ckeditor-4.19.0/ckeditor.js',
  ])('%s is', (path) => {
    expect(isVendoredFile(path)).toBe(true);
  });
  it.each([
    'src/vendor/orders.ts',
    'packages/node_modules/@red/api/i.js',
    'app/vendors/controller.rb',
    'src/distance.js',
    'build.gradle',
    'build/server.js',
    'src/minify.js',
    'public/app.js',
    'src/deadline-facade.js',
    'dist/settings.py',
  ])('%s is not', (path) => {
    expect(isVendoredFile(path)).toBe(false);
  });
});

it('knows documentation and examples', () => {
  expect(['docs/a.js', 'README.md', 'guide.rst'].every(isDocumentation)).toBe(true);
  expect(['src/docsify.ts', 'app/doctor.py'].some(isDocumentation)).toBe(false);
  // A program that is about documents has folders and packages of that name.
  const own = [
    'docs-web/src/main/java/com/sea/docs/rest/UserResource.java',
    'src/com/sea/docs/Login.java',
    'app/controllers/docs/pages_controller.rb',
    'app/Http/Controllers/Docs/Login.php',
    'internal/docs/handler.go',
    'src/routes/docs/+server.ts',
    'app/docs/page.tsx',
    'src/Web/Areas/Docs/LoginController.cs',
  ];
  expect(own.filter(isDocumentation)).toEqual([]);
  expect(['packages/x/docs/a.js', 'website/docs/b.js', 'apps/docs/c.ts', 'src/main/java/com/sea/README.md'].every(isDocumentation)).toBe(
    true,
  );
  expect(['examples/a.js', '.env.example', 'settings.sample.py', 'config/app.dist.php', 'example.env'].every(isExampleFile)).toBe(true);
  expect(
    ['src/main/java/com/example/shop/Login.java', 'src/sampler.ts', '.env', 'dist/app.php', 'app/demographics.py'].some(isExampleFile),
  ).toBe(false);
});

it('calls a text minified when its long lines make nearly all of it', () => {
  expect(isMinified(`/* licence */\n${'a=1;'.repeat(5_000)}`)).toBe(true);
  expect(isMinified('const a = 1;\n'.repeat(5_000))).toBe(false);
  expect(isMinified(`${'const a = 1;\n'.repeat(500)}const img = "${'A'.repeat(2_000)}";`)).toBe(false);
});

it('finds what somebody wrote beside the long lines', () => {
  const endless = `const text = ${"'a' + ".repeat(500)}'b';`;
  expect(besideLongLines(`${endless}\nres.cookie('a', 'b');\n`)).toContain('cookie');
  expect(besideLongLines(`/*!\n * js-cookie\n */\n// cookie\n${'a=1;'.repeat(5_000)}`)).not.toContain('cookie');
  expect(besideLongLines(`${endless}\napp.use('/api/*', (req, res) => res.cookie('a', 'b'));\n`)).toContain('cookie');
});
