import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Problem } from '../../lib/manuscript/problem.ts';
import { findWithheld, type WithheldNames } from '../withheld.ts';

/** The names to be withheld; a new key and no names where there is no file yet. */
export function readWithheld(file: string): WithheldNames {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as WithheldNames;
  return { key: randomBytes(32).toString('hex'), names: [] };
}

/** Only the editor may read the file. */
export function writeWithheld(file: string, names: WithheldNames): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(names, null, 1)}\n`, { mode: 0o600 });
}

/** Withheld names in any file of a built site, compressed search indexes included. */
export function findWithheldIn(folder: string, withheld: WithheldNames): Problem[] {
  if (!existsSync(folder)) throw new Error(`找不到 ${folder}，先运行 npm run build`);
  if (withheld.names.length === 0) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((file) => findIn(file, readFileSync(file), withheld));
}

/** Withheld names that have come back into manuscripts or registers. */
export function findWithheldInFiles(files: readonly string[], withheld: WithheldNames): Problem[] {
  if (withheld.names.length === 0) return [];
  return files.flatMap((file) => findIn(file, readFileSync(file), withheld));
}

/** Bytes are searched as they are, unpacked where they are packed, and with JSON's and HTML's escapes read. */
function findIn(file: string, bytes: Buffer, withheld: WithheldNames): Problem[] {
  const text = unescapeText((bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8'));
  return findWithheld(text, withheld).map(({ start, name }) => {
    const before = text.slice(0, start);
    return {
      file,
      line: before.split('\n').length,
      column: start - before.lastIndexOf('\n'),
      rule: 'withheld-name',
      message: `有应当隐去的姓名（编号 ${name.hmac.slice(0, 8)}）`,
      cure: '先用 npm run redact 隐去，再重新生成网站',
    };
  });
}

const unescapeText = (text: string) =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
