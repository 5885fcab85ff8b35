// node src/commands/run.mjs src/commands/serve.ts <folder> [--base /archive/] [--port 4321]: serves a built site on localhost.
import { parseArgs } from 'node:util';
import { createSiteServer } from './static-server.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { base: { type: 'string', default: '/' }, port: { type: 'string', default: '4321' } },
});
const { base, port } = values;
createSiteServer({ folder: positionals[0] ?? 'dist', base }).listen(Number(port), 'localhost', () => {
  console.log(`http://localhost:${port}${base}`);
});
