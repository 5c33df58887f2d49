/** Examples of the surfaces in ../next.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'next/cookies-set': {
    bad: code`
      import { cookies } from 'next/headers';
      export async function login() {
        (await cookies()).set('session', token, { httpOnly: true });
      }
    `,
    good: code`
      import { cookies } from 'next/headers';
      export async function login() {
        (await cookies()).set('session', token, { httpOnly: true, secure: true });
      }
    `,
  },
  'next/response-cookies-set': {
    bad: code`
      import { NextResponse } from 'next/server';
      export function middleware(request) {
        const res = NextResponse.next();
        res.cookies.set({ name: 'ab', value: 'b', path: '/' });
        return res;
      }
    `,
    good: code`
      import { NextResponse } from 'next/server';
      export function middleware(request) {
        const res = NextResponse.next();
        res.cookies.set({ name: 'ab', value: 'b', path: '/', secure: true });
        return res;
      }
    `,
  },
} satisfies Examples;
