/** Examples of the surfaces in ../javalin.ts. */
import { type Examples } from '../../example.js';

export default {
  'javalin/cookie': { bad: 'ctx.cookie("sid", id)', good: 'ctx.cookie(Cookie("sid", id, secure = true, isHttpOnly = true))' },
  'javalin/cookie-store': { bad: 'ctx.cookieStore().set("theme", "dark")', good: 'ctx.cookie(Cookie("theme", "dark", secure = true))' },
} satisfies Examples;
