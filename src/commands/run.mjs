// node src/commands/run.mjs <file.ts> [arguments]: runs a program of this project. Plain JavaScript, so that an old Node
// too can read it and say why it stops.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const OLDEST = [22, 12];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(`County Chronicle needs Node ${OLDEST.join('.')} or newer, and this is Node ${process.versions.node}.`);
  process.exit(1);
}
if (/[\\/]node_modules[\\/]/.test(import.meta.filename)) {
  console.error('County Chronicle must lie outside every folder called node_modules: Node reads no TypeScript there.');
  process.exit(1);
}

const [program = '', ...rest] = process.argv.slice(2);
const file = resolve(program);
if (process.features.typescript) {
  process.argv = [process.execPath, file, ...rest];
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    // What was set wrong is known before a command begins; where the message says all, no stack was left to it.
    if (!(error instanceof Error) || error.stack) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
} else {
  // Before 22.18 Node reads TypeScript only when told to.
  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, file, ...rest], { stdio: 'inherit' });
  process.on('SIGINT', () => {}); // The terminal tells the child as well; this process only hands on its answer.
  child.on('exit', (code) => process.exit(code ?? 1));
}
