/** The JSON schema of a configuration: the loader checks against it, and editors read the copy in schemas/config.schema.json. */

/** The part of JSON Schema (draft 7) that the configuration needs. */
export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
  readonly oneOf?: readonly { readonly required: readonly string[] }[];
}

export type SchemaType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

const level: Schema = { enum: ['off', 'note', 'warning', 'error'] };

const problemLevels: Schema = {
  description: 'Severity of a problem, or off.',
  type: 'object',
  additionalProperties: false,
  properties: {
    missing: { ...level, description: 'Nothing turns Secure on.' },
    disabled: { ...level, description: 'Secure is turned off.' },
    'env-conditional': { ...level, description: 'Secure only when the environment says so.' },
    'env-escape-hatch': { ...level, description: 'Secure unless the environment turns it off.' },
    inverted: { ...level, description: 'Secure outside production, but not in it.' },
    'request-conditional': { ...level, description: 'Secure when the request looks like HTTPS.' },
    'rejected-prefix': { ...level, description: 'Browsers drop the cookie for its prefix.' },
    'rejected-samesite': { ...level, description: 'Browsers drop the cookie for SameSite=None without Secure.' },
    'rejected-partitioned': { ...level, description: 'Browsers drop the cookie for Partitioned without Secure.' },
    'proxy-trust': { ...level, description: 'Proxy trust is missing where Secure depends on it.' },
    unresolved: { ...level, description: 'Not decidable from the repository.' },
    suppression: { ...level, description: 'A suppression comment that does no work.' },
  },
};

const ruleLevels: Schema = {
  description: 'Severity of a rule (`express`) or a surface (`express/res-cookie`), or off.',
  type: 'object',
  additionalProperties: level,
};

const patterns = (description: string): Schema => ({ description, type: 'array', items: { type: 'string', minLength: 1 } });

export const configSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'config.schema.json',
  title: 'Configuration of cookie-lint',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { description: 'Address of this schema, for editors.', type: 'string' },
    extends: {
      description: 'Another configuration file of this repository, as a relative path. What this file says wins; lists are joined.',
      type: 'string',
      minLength: 1,
    },
    rules: ruleLevels,
    problems: problemLevels,
    overrides: {
      description: 'Levels for some paths only. Later ones win.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['files'],
        properties: { files: { ...patterns('Globs of the files it holds for.'), minItems: 1 }, rules: ruleLevels, problems: problemLevels },
      },
    },
    sessionNames: patterns(
      'Names of cookies that carry or guard a session, beside the built-in ones. `*` stands for anything; case does not count.',
    ),
    ordinaryNames: patterns('Names of cookies that never carry a session, whatever they look like. Wins over sessionNames.'),
    appRoots: patterns('Folders that are apps of their own, beside the detected ones.'),
    productionSettings: patterns(
      'Globs of the settings files that production runs with. Where given, no other settings module counts as production.',
    ),
    trustProxy: {
      description:
        'Apps behind a platform that ends TLS and tells them the scheme, which no file here shows: true for all, or globs of their folders.',
      type: ['boolean', 'array'],
      items: { type: 'string', minLength: 1 },
    },
    policies: {
      description: 'What an edge in front of the apps does to their cookies, which no file here shows.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['secure'],
        properties: {
          apps: patterns('Globs of the folders of the apps. All where it is left out.'),
          cookies: patterns('Names of the cookies. All where it is left out.'),
          secure: { description: 'The edge adds Secure.', type: 'boolean' },
        },
      },
    },
    surfaces: {
      description: 'Cookie functions of your own.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        oneOf: [{ required: ['function'] }, { required: ['method'] }],
        properties: {
          id: { description: 'Id in reports, `group/name`.', type: 'string', pattern: '^[a-z0-9-]+/[A-Za-z0-9_.-]+$' },
          function: { description: 'Name of the function that sets a cookie.', type: 'string', minLength: 1 },
          method: { description: 'Name of the method that sets a cookie.', type: 'string', minLength: 1 },
          module: { description: 'The module that it is imported from, as written in the import.', type: 'string', minLength: 1 },
          name: {
            description: 'Index of the argument with the cookie’s name (from 0), or the name itself.',
            type: ['integer', 'string'],
            minimum: 0,
          },
          options: { description: 'Index of the argument with the options (from 0).', type: 'integer', minimum: 0 },
          secure: {
            description: 'What decides Secure: a key of the options or a keyword argument, or the index of an argument (from 0).',
            type: ['string', 'integer'],
            minLength: 1,
            minimum: 0,
          },
          default: { description: 'What happens when that is left out.', enum: ['on', 'off', 'request'] },
        },
      },
    },
    environment: {
      description: 'Environment variables whose production value is known; null for one that is never set.',
      type: 'object',
      additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
    },
    ignores: patterns('Globs of files that are not looked at.'),
    fixStyle: {
      description: 'always: Secure everywhere. fail-closed: Secure unless the environment is known to be development.',
      enum: ['always', 'fail-closed'],
    },
    pedantic: { description: 'Show notes, and what could not be decided.', type: 'boolean' },
  },
};
