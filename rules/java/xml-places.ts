/** Places in XML descriptors, and what the session cookies of all containers have in common. */
import { value, type CookieSurface, type Place } from '../../src/matching/surface.js';
import { SERVLET_PROXIES } from './servlet.js';

/** The text of a child element. */
export const element = (...path: string[]): Place => value(...path, '#text');
/** An attribute of the element itself. */
export const attribute = (name: string): Place => value(`@${name}`);

/** The session cookie of a container. */
export const session = {
  kind: 'session',
  defaultName: 'JSESSIONID',
  session: true,
  proxy: SERVLET_PROXIES,
} as const satisfies Partial<CookieSurface>;

/** What configures the session of a server that the program starts itself. */
export const EMBEDDED = ['jetty/session-handler', 'servlet/session-cookie-config'];
export const embeddedByHand =
  'Give the embedded server a SessionHandler with `getSessionCookieConfig().setSecure(true)`. There is no edit: this call has no place for it.';
