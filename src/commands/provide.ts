import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './command.ts';

/**
 * Installs what few commands need, exactly as its lock file says, unless that is done. Asks the registry, so it says so.
 * @param manifest folder with package.json and package-lock.json
 * @param target folder to install in; the manifest's own where it may hold node_modules
 * @param announce what to say before
 * @throws where it does not come, with what npm said
 */
export async function provide(manifest: string, target: string, announce: string): Promise<void> {
  const lock = readFileSync(join(manifest, 'package-lock.json'));
  const stamp = join(target, 'node_modules', '.installed');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(announce);
  if (target !== manifest) {
    mkdirSync(target, { recursive: true });
    for (const name of ['package.json', 'package-lock.json', '.npmrc'])
      cpSync(join(manifest, name), join(target, name));
  }
  const { code, output } = await runNpm(['ci', '--prefix', target, '--ignore-scripts'], { quiet: true });
  if (code !== 0) throw new Error(`npm ci --prefix ${target} (${code}):\n${output.trim()}`);
  writeFileSync(stamp, wanted);
}
