/** What deployment files, configuration files and the user say about a variable counts in production, and templates do not. */
import { describe, expect, it } from 'vitest';
import { DeploymentEnvironment } from '../../src/project/deployment-environment.js';
import type { EnvironmentValue } from '../../src/values/value.js';
import { Repository } from './repository.js';

const files = {
  'src/app.js': '',
  'api/app.js': '',
  'src/Main.java': 'class Main {}\n',
  'Web/Program.cs': 'class Program {}\n',
  '.env.production': 'A=1\nexport B="true"\n',
  'api/.env.production': 'A=2\n',
  '.env.example': 'A=\nC=x\n',
  '.env': 'M=1\n',
  Dockerfile: 'FROM node\nENV B=false D=yes\n',
  'docker-compose.yml':
    'services:\n  web:\n    environment:\n      - E=1\n      - F=${F:-off}\n      - G\n  worker:\n    environment:\n      H: "true"\n',
  'docker-compose.dev.yml': 'services:\n  web:\n    environment:\n      - I=1\n',
  'k8s/web.yaml': 'kind: Deployment\nspec:\n  env:\n    - name: J\n      value: "true"\n    - name: K\n      valueFrom: {}\n',
  'fly.toml': '[env]\nL = "true"\n',
  'charts/web/values.yaml': 'env:\n  N: "false"\n',
  'src/main/resources/application.yml':
    'app:\n  cookie-secure: false\n  flag: ${FLAG:true}\n---\nspring:\n  config:\n    activate:\n      on-profile: prod\napp:\n  cookie-secure: true\n---\nspring.config.activate.on-profile: dev\napp:\n  flag: false\n',
  'src/main/resources/application-dev.properties': 'app.only-dev=true\n',
  'Web/appsettings.json': '{ "Cookies": { "Secure": false, "Strict": true } }',
  'Web/appsettings.Production.json': '{ "Cookies": { "Secure": true } }',
  'Web/appsettings.Development.json': '{ "Cookies": { "Strict": false } }',
};

async function inform(
  variable: string,
  from = 'src/app.js',
  source: EnvironmentValue['source'] = 'environment',
  stated: Record<string, string | null> = {},
): Promise<EnvironmentValue> {
  const repository = await Repository.of(files);
  const environment = new DeploymentEnvironment(repository.workspace, stated);
  return environment.inform({
    kind: 'environment',
    variable,
    source,
    origin: { program: repository.program(from), range: { start: 0, end: 0 } },
  });
}

const production = async (variable: string, from?: string): Promise<unknown> => {
  const found = (await inform(variable, from)).production;
  return found === undefined ? undefined : [found.value, found.origin.program.path];
};

describe('environment variables', () => {
  it('are set for production by dotenv files, images, Compose, Kubernetes and platforms', async () => {
    expect(await production('A')).toEqual(['1', '.env.production']);
    expect(await production('A', 'api/app.js')).toEqual(['2', 'api/.env.production']);
    expect(await production('B')).toEqual(['true', '.env.production']);
    expect(await production('D')).toEqual(['yes', 'Dockerfile']);
    expect(await production('E')).toEqual(['1', 'docker-compose.yml']);
    expect(await production('F')).toEqual(['off', 'docker-compose.yml']);
    expect(await production('H')).toEqual(['true', 'docker-compose.yml']);
    expect(await production('J')).toEqual(['true', 'k8s/web.yaml']);
    expect(await production('L')).toEqual(['true', 'fly.toml']);
    expect(await production('N')).toEqual(['false', 'charts/web/values.yaml']);
  });

  it('are not set where a value comes from elsewhere, or for development only', async () => {
    for (const variable of ['G', 'I', 'K', 'C', 'M', 'NODE_ENV']) expect(await production(variable), variable).toBeUndefined();
  });

  it("are named by templates and by developers' files", async () => {
    expect((await inform('C')).named?.map((origin) => origin.program.path)).toEqual(['.env.example']);
    expect((await inform('M')).named?.map((origin) => origin.program.path)).toEqual(['.env']);
  });

  it('are what the user says, whatever files say', async () => {
    expect((await inform('A', undefined, 'environment', { A: 'no' })).certain).toMatchObject({ kind: 'known', value: 'no' });
    expect((await inform('A', undefined, 'environment', { A: null })).certain).toMatchObject({ kind: 'known', value: undefined });
    expect((await inform('mode:production', undefined, 'environment', { APP_ENV: 'prod' })).certain).toMatchObject({ value: true });
    expect((await inform('mode:development', undefined, 'environment', { APP_ENV: 'prod' })).certain).toMatchObject({ value: false });
  });
});

describe('configuration keys', () => {
  it('are read from Spring files, the production profile over the base', async () => {
    const value = await inform('app.cookieSecure', 'src/Main.java', 'configuration');
    expect([value.fallback, value.production]).toMatchObject([{ value: false }, { value: true }]);
    expect((await inform('app.flag', 'src/Main.java', 'configuration')).fallback).toMatchObject({
      kind: 'environment',
      variable: 'FLAG',
      fallback: { value: 'true' },
    });
    expect((await inform('app.only-dev', 'src/Main.java', 'configuration')).fallback).toBeUndefined();
  });

  it('are read from appsettings.json, that of Production over the base', async () => {
    const secure = await inform('Cookies:Secure', 'Web/Program.cs', 'configuration');
    // Without a word for it ASP.NET runs as Production: its file decides there too.
    expect([secure.fallback, secure.production]).toMatchObject([{ value: true }, { value: true }]);
    const strict = await inform('Cookies__Strict', 'Web/Program.cs', 'configuration');
    expect([strict.fallback, strict.production]).toMatchObject([{ value: true }, undefined]);
  });

  it('are not read for other languages', async () => {
    expect((await inform('Cookies:Secure', 'src/app.js', 'configuration')).fallback).toBeUndefined();
  });
});
