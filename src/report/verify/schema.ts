/** The JSON schemas of `verify --format json` and `explain-header --format json`; `scripts/config-schema.ts` writes their copies in schemas/. */

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const count: Schema = { type: 'integer', minimum: 0 };
const flag: Schema = { type: 'boolean' };
const textOrNull: Schema = { type: ['string', 'null'] };
const numberOrNull: Schema = { type: ['number', 'null'] };
const flagOrNull: Schema = { type: ['boolean', 'null'] };
const list = (items: Schema): Schema => ({ type: 'array', items });
const oneOf = (...values: readonly string[]): Schema => ({ enum: values });
const described = (schema: Schema, description: string): Schema => ({ ...schema, description });

/** Every property is there. */
function record(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

/** A record, or null where there is none. */
const recordOrNull = (properties: Readonly<Record<string, Schema>>): Schema => ({ ...record(properties), type: ['object', 'null'] });

const verdict = described(oneOf('pass', 'undecided', 'warn', 'fail', 'none'), 'none: no cookie was observed that counts.');
const reasons = list(oneOf('COOKIE_SECURE_SESSION_MISSING', 'COOKIE_SECURE_NONSESSION_MISSING'));
const refusal = oneOf(
  'control-character',
  'empty',
  'too-large',
  'domain-not-ascii',
  'domain-mismatch',
  'public-suffix',
  'secure-over-http',
  'samesite-none',
  'secure-prefix',
  'host-prefix',
  'prefix-without-name',
  'partitioned',
);
const state = oneOf(
  'on',
  'covered',
  'env-escape-hatch',
  'env-conditional',
  'inverted',
  'disabled',
  'missing',
  'request-conditional',
  'unresolved',
);

const source = {
  name: textOrNull,
  expression: textOrNull,
  path: text,
  line: count,
  column: count,
  rule: text,
  surface: text,
  app: text,
  state,
};

const candidate = record({
  ...source,
  by: described(
    oneOf('name', 'prefix', 'suffix', 'pattern', 'framework default', 'attributes'),
    'What the observed cookie and the line have in common.',
  ),
  problem: textOrNull,
  why: textOrNull,
  fix: recordOrNull({ title: text, safe: flag, path: text }),
});

const cookie = record({
  name: text,
  session: described(flag, 'The name looks like one that carries a session.'),
  domain: textOrNull,
  hostOnly: flag,
  path: textOrNull,
  secure: described(oneOf('on', 'missing', 'unknown'), 'missing: at least one header, or the store, has it without Secure.'),
  httpOnly: flagOrNull,
  sameSite: textOrNull,
  lifetime: oneOf('session', 'persistent', 'unknown'),
  deletes: flag,
  byScript: described(flag, 'No answer set it.'),
  count: described(count, 'How often it was seen; sightings lists at most twenty.'),
  sightings: list(
    record({
      target: text,
      where: text,
      url: textOrNull,
      secure: flagOrNull,
      deletes: flag,
      refusals: list(refusal),
      carriedTo: described(list(text), 'Set over plain http without Secure, and sent on over https there.'),
    }),
  ),
  findings: list(
    record({
      problem: oneOf('missing', 'over-http', 'rejected', 'duplicate', 'unknown'),
      severity: oneOf('error', 'warning', 'note'),
      reason: { enum: ['COOKIE_SECURE_SESSION_MISSING', 'COOKIE_SECURE_NONSESSION_MISSING', null] },
      message: text,
      fingerprint: text,
      accepted: described(flag, 'The baseline knows it.'),
    }),
  ),
  link: described(
    recordOrNull({
      relation: oneOf('agree', 'explained', 'differs', 'better', 'undecided', 'not-in-source', 'never-observed'),
      message: text,
      candidates: list(candidate),
    }),
    'Null where there is no source to look at.',
  ),
});

const draft = { $schema: 'http://json-schema.org/draft-07/schema#' };

export const verifySchema: Schema = {
  ...draft,
  $id: 'verify.schema.json',
  title: 'cookie-lint verify, version 1',
  ...record({
    version: { const: 1 },
    tool: record({ name: text, version: text }),
    summary: record({
      verdict,
      score: described(numberOrNull, 'The mean of the hosts, by weight: the lowest that it can be.'),
      bestScore: numberOrNull,
      points: numberOrNull,
      mostPoints: number,
      cookies: count,
      errors: count,
      warnings: count,
      notes: count,
      known: described(count, 'Findings that the baseline knows.'),
      source: recordOrNull({ cookies: count, unobserved: count }),
    }),
    targets: list(
      record({
        target: text,
        kind: oneOf('url', 'har', 'responses', 'jar', 'storage-state', 'browser'),
        asked: list(text),
        answers: list(record({ where: text, url: textOrNull, status: number, setCookies: count })),
        held: count,
        notes: list(text),
      }),
    ),
    hosts: list(
      record({
        host: textOrNull,
        role: oneOf('apex', 'www', 'subdomain', 'other', 'unknown'),
        weight: number,
        verdict,
        score: numberOrNull,
        bestScore: numberOrNull,
        reasons,
        cookies: list(cookie),
      }),
    ),
    unobserved: described(list(record({ ...source, message: text })), 'Cookies of the source that were not seen.'),
  }),
};

const step: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['outcome', 'section', 'message'],
  properties: {
    outcome: oneOf('ok', 'unsafe', 'ignored', 'refused', 'unknown'),
    section: described(text, 'Of RFC 6265bis, or CHIPS.'),
    message: text,
    refusal,
  },
};

export const setCookieSchema: Schema = {
  ...draft,
  $id: 'set-cookie.schema.json',
  title: 'cookie-lint explain-header, version 1',
  ...record({
    version: { const: 1 },
    url: text,
    headers: list(
      record({
        header: text,
        verdict: oneOf('stored', 'refused', 'undecided'),
        refusals: list(refusal),
        steps: list(step),
        cookie: recordOrNull({
          name: text,
          value: text,
          domain: textOrNull,
          hostOnly: flag,
          path: textOrNull,
          secure: flag,
          httpOnly: flag,
          sameSite: oneOf('Strict', 'Lax', 'None', 'Default'),
          partitioned: flag,
          expires: textOrNull,
          deletes: flag,
          session: flag,
        }),
      }),
    ),
  }),
};
