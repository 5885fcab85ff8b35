import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Asks as it is written: no client of ours tidies the path. */
export const ask = (
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      // A server that ends in the middle of its answer.
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject).end();
  });

/** Waits until a server answers; a process that ends first is told with what it said. */
export async function untilAnswers(port: number, child: ChildProcess, said: () => string): Promise<void> {
  while (child.exitCode === null) {
    const answered = await ask(port, '/').then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`It ended with ${child.exitCode}: ${said()}`);
}

/** A web server of Debian, run on configurations that `npm run headers` has written into `conf`. */
export interface WebServer {
  name: string;
  /** Why it cannot be run here; null where it can. */
  missing: () => string | null;
  /** Has the configuration looked at, and gives the command that runs it. `listen` is `127.0.0.1:<port>`. */
  prepare: (place: { conf: string; site: string; base: string; listen: string }) => [string, ...string[]];
}

const has = (program: string): boolean => spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined;
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const APACHE = '/usr/lib/apache2/modules';

const nginx = (brotli: boolean): WebServer => ({
  name: brotli ? 'nginx with brotli_static' : 'nginx',
  missing: () =>
    has('nginx')
      ? brotli && !existsSync(BROTLI)
        ? 'nginx has no module for brotli here'
        : null
      : 'there is no nginx here',
  prepare: ({ conf }) => {
    const file = join(conf, 'main.conf');
    const own = join(conf, 'nginx.conf');
    if (brotli) writeFileSync(own, readFileSync(own, 'utf8').replace('# brotli_static on;', 'brotli_static on;'));
    const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${conf}/${name};`,
    );
    writeFileSync(
      file,
      `${brotli ? `load_module ${BROTLI};` : ''}
${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${conf}/nginx.pid; error_log stderr; events {}
http { access_log off; ${folders.join(' ')} include ${own}; }`,
    );
    execFileSync('nginx', ['-t', '-c', file], { stdio: 'pipe' });
    return ['nginx', '-c', file];
  },
});

const caddy: WebServer = {
  name: 'Caddy',
  missing: () => (has('caddy') ? null : 'there is no Caddy here'),
  prepare: ({ conf }) => {
    const file = join(conf, 'Caddyfile');
    // The two options that keep a test to itself.
    writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${readFileSync(file, 'utf8')}`);
    const options = ['--config', file, '--adapter', 'caddyfile'];
    execFileSync('caddy', ['validate', ...options], { stdio: 'pipe' });
    return ['caddy', 'run', ...options];
  },
};

const MODULES = 'mpm_event authz_core alias dir mime headers rewrite unixd'.split(' ');
const apache: WebServer = {
  name: 'Apache',
  missing: () => (existsSync(`${APACHE}/mod_mpm_event.so`) && has('apache2') ? null : 'there is no Apache here'),
  prepare: ({ conf, site, base, listen }) => {
    copyFileSync(join(conf, 'apache.htaccess'), join(site, '.htaccess'));
    const file = join(conf, 'httpd.conf');
    const built = spawnSync('apache2', ['-V'], { encoding: 'utf8' }).stdout;
    const inside = new Set(built.match(/mod_\w+(?=\.c)/g));
    writeFileSync(
      file,
      `ServerRoot ${conf}
${MODULES.filter((name) => existsSync(`${APACHE}/mod_${name}.so`) && !inside.has(`mod_${name}`))
  .map((name) => `LoadModule ${name}_module ${APACHE}/mod_${name}.so`)
  .join('\n')}
Listen ${listen}
ServerName localhost
PidFile ${conf}/httpd.pid
ErrorLog ${conf}/error.log
TypesConfig /dev/null
DefaultRuntimeDir ${conf}
DocumentRoot ${base === '/' ? site : conf}
${base === '/' ? '' : `Alias ${base} ${site}/`}
<Directory />
AllowOverride None
Require all denied
</Directory>
<Directory ${site}>
AllowOverride All
Options SymLinksIfOwnerMatch
Require all granted
</Directory>`,
    );
    execFileSync('apache2', ['-t', '-f', file], { stdio: 'pipe' });
    return ['apache2', '-f', file, '-D', 'FOREGROUND'];
  },
};

export const SERVERS: readonly WebServer[] = [nginx(false), nginx(true), caddy, apache];

/** Starts a server. @returns how to end it */
export async function start(
  server: WebServer,
  place: { conf: string; site: string; base: string; port: number },
): Promise<() => Promise<void>> {
  mkdirSync(dirname(place.conf), { recursive: true });
  const [program, ...args] = server.prepare({ ...place, listen: `127.0.0.1:${place.port}` });
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
  await untilAnswers(place.port, child, () => said);
  return () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
}
