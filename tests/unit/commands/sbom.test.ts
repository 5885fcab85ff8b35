import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settledBill } from '../../../src/commands/bill-of-materials.ts';
import { run } from '../../../src/commands/command.ts';

let folder = '';
/** Written from the project, and from a copy of its lock files under another name, in another zone. */
let bills: Record<'here' | 'elsewhere', Map<string, string>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sbom-'));
  const copy = join(folder, 'renamed');
  for (const file of ['package.json', 'package-lock.json', '.npmrc', 'src/edit/form-package'])
    cpSync(file, join(copy, file), { recursive: true });
  const write = async (project: string, out: string, zone: string) => {
    const script = `process.chdir(${JSON.stringify(project)}); await import(${JSON.stringify(join(process.cwd(), 'src/commands/sbom.ts'))})`;
    const env = { SOURCE_DATE_EPOCH: '1750000000', TZ: zone, INIT_CWD: folder };
    const args = ['--input-type=module', '-e', script, '--', '--out', out];
    const { code, output } = await run(process.execPath, args, { quiet: true, env });
    expect(code, output).toBe(0);
    const files = readdirSync(join(folder, out)).map(
      (file) => [file, readFileSync(join(folder, out, file), 'utf8')] as const,
    );
    return new Map(files);
  };
  bills = {
    here: await write(process.cwd(), 'a', 'Asia/Shanghai'),
    elsewhere: await write(copy, 'b', 'America/New_York'),
  };
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (ending: string) => {
  const [, text = ''] = [...bills.here].find(([file]) => file.endsWith(ending)) ?? [];
  return JSON.parse(text);
};
const locked = (): [string, { version: string; dev?: boolean }][] =>
  Object.entries(
    JSON.parse(readFileSync('package-lock.json', 'utf8')).packages as Record<string, { version: string }>,
  ).filter(([path]) => path);

describe('a bill of materials', () => {
  test('is the same whoever writes it, wherever', () => {
    expect([...bills.here.keys()]).toHaveLength(7);
    expect(bills.elsewhere).toEqual(bills.here);
  });

  test('names no folder and no registry of the machine', () => {
    for (const [file, text] of bills.here) {
      expect(text, file).not.toContain(process.cwd());
      expect(text, file).not.toContain(folder);
      expect(text, file).not.toMatch(/registry|\/-\/[^"]*\.tgz/);
    }
  });

  test('lists every package of the lock file, developers’ apart, with its fingerprint', () => {
    const names = (bill: { components: { name: string; version: string }[] }) =>
      new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    const wanted = (entries: ReturnType<typeof locked>) =>
      new Set(entries.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`));
    expect(names(read('-development.cdx.json'))).toEqual(wanted(locked()));
    const shipped = names(read(`chronicle-0.1.0.cdx.json`));
    expect(shipped).toEqual(wanted(locked().filter(([, { dev }]) => !dev)));
    const all = read('-development.cdx.json').components as { hashes?: { alg: string }[] }[];
    expect(all.every(({ hashes }) => hashes?.some(({ alg }) => alg === 'SHA-512'))).toBe(true);
  });

  test('is told apart by its content', () => {
    const serials = [...bills.here]
      .filter(([file]) => file.endsWith('.cdx.json'))
      .map(([, text]) => JSON.parse(text).serialNumber);
    expect(new Set(serials).size).toBe(3);
    for (const serial of serials)
      expect(serial).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(read('-development.spdx.json').documentNamespace).toMatch(
      /-[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(read('-development.spdx.json').creationInfo.created).toBe('2025-06-15T15:06:40Z');
  });

  test('that is none is refused', () => {
    expect(() => settledBill('{}', { name: 'a', time: new Date(0) })).toThrow('不是 CycloneDX');
  });
});
