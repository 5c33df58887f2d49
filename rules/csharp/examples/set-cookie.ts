/** Examples of the surfaces in ../set-cookie.ts. */
import { type Examples } from '../../example.js';

export default {
  'aspnet/raw-set-cookie-header': {
    bad: 'Response.AppendHeader("Set-Cookie", "sid=" + id + "; path=/; HttpOnly");',
    good: 'Response.AppendHeader("Set-Cookie", "sid=" + id + "; path=/; HttpOnly; Secure");',
  },
  'aspnetcore/raw-set-cookie-header': {
    bad: 'Response.Headers.Append("Set-Cookie", $"sid={id}; Path=/; HttpOnly");',
    good: 'Response.Headers.Append("Set-Cookie", $"sid={id}; Path=/; HttpOnly; Secure");',
  },
} satisfies Examples;
