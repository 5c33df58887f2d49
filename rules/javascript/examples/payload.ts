/** Examples of the surfaces in ../payload.ts. */
import { type Examples } from '../../example.js';

export default {
  'payload/auth-cookies': {
    bad: "export const Users = { slug: 'users', auth: true, fields: [] };",
    good: "export const Users = { slug: 'users', auth: { cookies: { secure: true } }, fields: [] };",
  },
} satisfies Examples;
