import type { IncomingMessage } from 'node:http';
import type { AstroIntegration } from 'astro';

/**
 * Whether a request to the server of drafts comes from one of its own pages, or from the reader's own hand. Another
 * server on this machine is a stranger too: browsers call it the same site.
 */
export function isOwn({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const from = headers['sec-fetch-site'];
  if (from !== undefined && from !== 'same-origin' && from !== 'none') return false;
  const { origin, host } = headers;
  return origin === undefined || origin === `http://${host}`;
}

/** Under `npm run preview`, `edit` and `dev`: sources, drafts and the form are shown to no page of another origin. */
export function ownOrigin(): AstroIntegration {
  return {
    name: 'own-origin',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { server: { cors: false, allowedHosts: [] } } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
          response.setHeader('X-Frame-Options', 'SAMEORIGIN');
          if (isOwn(request)) return next();
          response.statusCode = 403;
          response.setHeader('Content-Type', 'text/plain; charset=utf-8');
          response.end('预览只给本机自己的网页看。要看这一页，把网址粘到浏览器的地址栏里打开。\n');
        });
      },
    },
  };
}
