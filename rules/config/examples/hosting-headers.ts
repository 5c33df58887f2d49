/** Examples of the surfaces in ../hosting-headers.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'vercel/json-headers': {
    file: 'vercel.json',
    bad: code`
      {
        "headers": [
          { "source": "/(.*)", "headers": [{ "key": "Set-Cookie", "value": "ab=1; Path=/" }] }
        ]
      }
    `,
    good: code`
      {
        "headers": [
          { "source": "/(.*)", "headers": [{ "key": "Set-Cookie", "value": "ab=1; Path=/; Secure" }] }
        ]
      }
    `,
  },
  'header-file/vercel-json': {
    file: 'vercel.json',
    bad: code`
      {
        "routes": [
          { "src": "/.*", "headers": { "Set-Cookie": "ab=1; Path=/" } }
        ]
      }
    `,
    good: code`
      {
        "routes": [
          { "src": "/.*", "headers": { "Set-Cookie": "ab=1; Path=/; Secure" } }
        ]
      }
    `,
  },
  'header-file/firebase-json': {
    file: 'firebase.json',
    bad: code`
      {
        "hosting": {
          "headers": [
            { "source": "**", "headers": [{ "key": "Set-Cookie", "value": "__session=1; Path=/" }] }
          ]
        }
      }
    `,
    good: code`
      {
        "hosting": {
          "headers": [
            { "source": "**", "headers": [{ "key": "Set-Cookie", "value": "__session=1; Path=/; Secure" }] }
          ]
        }
      }
    `,
  },
  'firebase/hosting-headers': {
    file: 'serve.json',
    bad: code`
      {
        "headers": [
          { "source": "**", "headers": [{ "key": "Set-Cookie", "value": "ab=1; Path=/" }] }
        ]
      }
    `,
    good: code`
      {
        "headers": [
          { "source": "**", "headers": [{ "key": "Set-Cookie", "value": "ab=1; Path=/; Secure" }] }
        ]
      }
    `,
  },
  'header-file/staticwebapp-config': {
    file: 'staticwebapp.config.json',
    bad: '{ "globalHeaders": { "Set-Cookie": "ab=1; Path=/" } }',
    good: '{ "globalHeaders": { "Set-Cookie": "ab=1; Path=/; Secure" } }',
  },
  'netlify/headers-file': {
    file: 'public/_headers',
    bad: code`
      /*
        Set-Cookie: ab=b; Path=/
    `,
    good: code`
      /*
        Set-Cookie: ab=b; Path=/; Secure
    `,
  },
  'header-file/netlify-headers': {
    file: 'netlify.toml',
    bad: code`
      [[headers]]
      for = "/*"
      [headers.values]
      Set-Cookie = "ab=1; Path=/"
    `,
    good: code`
      [[headers]]
      for = "/*"
      [headers.values]
      Set-Cookie = "ab=1; Path=/; Secure"
    `,
  },
} satisfies Examples;
