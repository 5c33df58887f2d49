/** How Werkzeug reads `secure`, and with it Flask, Dash and everything that hands a setting to its responses. */
import type { Meaning } from '../../src/matching/surface.js';

/**
 * https://github.com/pallets/werkzeug/blob/2.3.0/src/werkzeug/http.py (dump_cookie): `secure=0` is `Secure=0` in the header since 2.3, which
 * browsers take for Secure; before it was nothing. Flask 2.3 and Quart 0.19 want that Werkzeug: https://github.com/pallets/flask/blob/2.3.0/pyproject.toml
 */
export const werkzeugMeaning = { anyValueSince: { werkzeug: '2.3.0', flask: '2.3.0', quart: '0.19.0' } } as const satisfies Meaning;
