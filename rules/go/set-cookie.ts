/** Set-Cookie headers written by hand in Go, by the standard library and the header methods of the frameworks. */
import {
  argument,
  defineRule,
  header,
  value,
  type ArgumentConditions,
  type CookieSurface,
  type Match,
  type Place,
  type Receiver,
} from '../../src/matching/surface.js';

/** A header's name, or Echo's and Fiber's constants for it. */
const named = (position: number): ArgumentConditions => ({ argument: { [position]: /^(?:set-cookie|HeaderSetCookie)$/i } });
/** Requests to other servers, and their answers. */
const any: Receiver = { any: true, sure: true, not: ['**.req.Header', '**.request.Header', '**.resp.Header', 'net/url.Values**'] };

const raw = (match: Match | readonly Match[], text: Place): CookieSurface => ({
  id: 'go-net-http/raw-set-cookie-header',
  kind: 'header',
  match,
  attributes: header(text),
  default: 'off',
});

export default defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['go'],
  docs: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.1',
  triggers: ['et-Cookie', 'et-cookie', 'ET-COOKIE', 'SetCookie'],
  surfaces: [
    // https://pkg.go.dev/net/http#Header.Add, https://pkg.go.dev/github.com/gofiber/fiber/v2#Ctx.Set, https://pkg.go.dev/github.com/gin-gonic/gin#Context.Header
    raw(
      { method: ['Add', 'Set', 'Append', 'Header', 'AddHeader', 'SetHeader', 'WriteHeader'], receiver: any, args: [2, 2], ...named(0) },
      argument(1),
    ),
    // https://pkg.go.dev/google.golang.org/grpc/metadata#Pairs: the gateway makes headers of it.
    raw({ call: '**metadata.Pairs', args: [2, 2], ...named(0) }, argument(1)),
    raw(
      { call: ['**.SetResponseHeader', '**.SetHeader', '**.AddHeader', '**.setHeader', '**.setResponseHeader'], args: [3, 3], ...named(1) },
      argument(2),
    ),
    raw(
      { assign: ['**.Header().Set-Cookie', '**.Header.Set-Cookie', '**eaders.Set-Cookie', '**.Header().set-cookie'], languages: ['go'] },
      value(),
    ),
    // https://docs.aws.amazon.com/lambda/latest/dg/golang-handler.html
    raw({ entry: 'headers.set-cookie' }, value()),
  ],
});
