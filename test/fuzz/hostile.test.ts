/** Inputs that mean harm: every promise is kept, the cookie behind the harm is reported or something is named, and both editors' hosts go on. */
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { hostilePrograms, hostileSettings } from './hostile.js';
import { brokenBy } from './promises.js';

describe('programs', () => {
  it.each(hostilePrograms.map(({ name, files }, i) => [name, files, i] as const))(
    '%s',
    async (_name, files, i) => {
      expect(await brokenBy(files, i % 8 === 0)).toBeUndefined();
      const { cookies, skipped } = await scan({
        root: '/repository',
        alone: true,
        texts: new Map(Object.entries(files)),
        config: defaultConfig,
        pedantic: true,
      });
      expect(cookies.some(({ cookie }) => cookie.name === 'name1') || skipped.length > 0).toBe(true);
    },
    60_000,
  );
});

describe('settings', () => {
  it.each(hostileSettings.map(({ name, files }) => [name, files] as const))(
    '%s',
    async (_name, files) => {
      expect(await brokenBy(files, true)).toBeUndefined();
    },
    60_000,
  );
});
