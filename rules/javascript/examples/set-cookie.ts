/** Examples of the surfaces in ../set-cookie.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'next/pages-api-set-header': {
    file: 'pages/api/login.js',
    bad: code`
      export default function handler(req, res) {
        res.setHeader('Set-Cookie', 'token=abc; Path=/; HttpOnly');
        res.end();
      }
    `,
    good: code`
      export default function handler(req, res) {
        res.setHeader('Set-Cookie', 'token=abc; Path=/; HttpOnly; Secure');
        res.end();
      }
    `,
  },
  'node/response-set-header': {
    bad: "res.setHeader('Set-Cookie', ['a=1; HttpOnly', 'b=2; Path=/']);",
    good: "res.setHeader('Set-Cookie', ['a=1; HttpOnly; Secure', 'b=2; Path=/; Secure']);",
  },
  'express/raw-set-cookie': {
    bad: "res.append('Set-Cookie', 'theme=dark; Path=/; HttpOnly');",
    good: "res.append('Set-Cookie', 'theme=dark; Path=/; HttpOnly; Secure');",
  },
  'trpc/response-headers': {
    bad: "opts.ctx.resHeaders.append('Set-Cookie', 'sid=1; HttpOnly');",
    good: "opts.ctx.resHeaders.append('Set-Cookie', 'sid=1; HttpOnly; Secure');",
  },
  'frameworks/raw-set-cookie-header': {
    bad: "reply.header('Set-Cookie', 'sid=1; Path=/');",
    good: "reply.header('Set-Cookie', 'sid=1; Path=/; Secure');",
  },
  'fetch/headers-append': {
    bad: code`
      const headers = new Headers();
      headers.append('Set-Cookie', 'sid=1; Path=/; HttpOnly');
    `,
    good: code`
      const headers = new Headers();
      headers.append('Set-Cookie', 'sid=1; Path=/; HttpOnly; Secure');
    `,
  },
  'aws-lambda/multi-value-headers': {
    bad: "export const handler = async () => ({ statusCode: 200, multiValueHeaders: { 'Set-Cookie': ['sid=1; Path=/'] }, body: '' });",
    good: "export const handler = async () => ({ statusCode: 200, multiValueHeaders: { 'Set-Cookie': ['sid=1; Path=/; Secure'] }, body: '' });",
  },
  'node/write-head': {
    bad: "res.writeHead(302, { Location: '/', 'Set-Cookie': 'sid=1; HttpOnly' });",
    good: "res.writeHead(302, { Location: '/', 'Set-Cookie': 'sid=1; HttpOnly; Secure' });",
  },
  'fetch/response-init': {
    bad: "return new Response('ok', { headers: { 'Set-Cookie': 'sid=1; Path=/' } });",
    good: "return new Response('ok', { headers: { 'Set-Cookie': 'sid=1; Path=/; Secure' } });",
  },
  'aws-lambda/edge-set-cookie': {
    bad: "response.headers['set-cookie'] = [{ key: 'Set-Cookie', value: 'ab=b; Path=/' }];",
    good: "response.headers['set-cookie'] = [{ key: 'Set-Cookie', value: 'ab=b; Path=/; Secure' }];",
  },
  'nest/header-decorator': {
    file: 'src/app.controller.ts',
    bad: code`
      import { Controller, Get, Header } from '@nestjs/common';

      @Controller()
      export class AppController {
        @Get()
        @Header('Set-Cookie', 'seen=1; Path=/')
        index() {}
      }
    `,
    good: code`
      import { Controller, Get, Header } from '@nestjs/common';

      @Controller()
      export class AppController {
        @Get()
        @Header('Set-Cookie', 'seen=1; Path=/; Secure')
        index() {}
      }
    `,
  },
  'aws-lambda/http-api-cookies': {
    bad: "export const handler = async () => ({ statusCode: 200, cookies: ['sid=1; HttpOnly'], body: '' });",
    good: "export const handler = async () => ({ statusCode: 200, cookies: ['sid=1; HttpOnly; Secure'], body: '' });",
  },
  'cloudfront-functions/response-cookies': {
    bad: code`
      function handler(event) {
        var response = event.response;
        response.cookies['ab'] = { value: 'b', attributes: 'Path=/' };
        return response;
      }
    `,
    good: code`
      function handler(event) {
        var response = event.response;
        response.cookies['ab'] = { value: 'b', attributes: 'Path=/; Secure' };
        return response;
      }
    `,
  },
  'azure-functions/response-cookies': {
    bad: "return { status: 200, cookies: [{ name: 'sid', value: 'x', httpOnly: true }] };",
    good: "return { status: 200, cookies: [{ name: 'sid', value: 'x', httpOnly: true, secure: true }] };",
  },
} satisfies Examples;
