/** Examples of the surfaces in ../http-proxy.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'http-proxy/strip-secure': {
    bad: code`
      proxy.on('proxyRes', (proxyRes) => {
        proxyRes.headers['set-cookie'] = proxyRes.headers['set-cookie']?.map((c) => c.replace(/; ?Secure/gi, ''));
      });
    `,
    good: code`
      proxy.on('proxyRes', (proxyRes) => {
        proxyRes.headers['x-proxied'] = '1';
      });
    `,
  },
} satisfies Examples;
