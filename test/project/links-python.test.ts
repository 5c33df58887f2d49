/** Python modules are found as the interpreter finds them: in the package, or from a folder on the search path. */
import { expect, it } from 'vitest';
import { Repository } from './repository.js';

const empty = 'x = 1\n';

it('relative modules are those of the package', async () => {
  const repository = await Repository.of({
    'shop/__init__.py': empty,
    'shop/web/__init__.py': empty,
    'shop/web/views.py': empty,
    'shop/web/base.py': empty,
    'shop/config/__init__.py': empty,
    'shop/config/x.py': empty,
  });
  expect(repository.follow('shop/web/views.py', '.base')).toBe('shop/web/base.py');
  expect(repository.follow('shop/web/views.py', '.')).toBe('shop/web/__init__.py');
  expect(repository.follow('shop/web/views.py', '..config.x')).toBe('shop/config/x.py');
  expect(repository.follow('shop/web/views.py', '..config')).toBe('shop/config/__init__.py');
  expect(repository.follow('shop/web/views.py', '....config')).toBeUndefined();
});

it('absolute modules are searched from outside the package', async () => {
  const repository = await Repository.of({
    'backend/manage.py': empty,
    'backend/shop/__init__.py': empty,
    'backend/shop/logging.py': empty,
    'backend/shop/views.py': empty,
    'backend/shop/conf/settings.py': empty,
  });
  expect(repository.follow('backend/shop/views.py', 'shop.conf.settings')).toBe('backend/shop/conf/settings.py');
  expect(repository.follow('backend/manage.py', 'shop')).toBe('backend/shop/__init__.py');
  expect(repository.follow('backend/shop/views.py', 'logging')).toBeUndefined();
  expect(repository.follow('backend/shop/views.py', 'django.conf')).toBeUndefined();
});

it('sources may stand in a folder beside the manifest', async () => {
  const repository = await Repository.of({
    'pyproject.toml': '',
    'src/shop/__init__.py': empty,
    'src/shop/config.py': empty,
    'scripts/run.py': empty,
  });
  expect(repository.follow('scripts/run.py', 'shop.config')).toBe('src/shop/config.py');
});
