// npm run sbom: writes what the project is made of, for a release: CycloneDX and SPDX, the same bytes on every machine.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { git } from '../editing/files/git.ts';
import { BILL_FORMATS, settledBill } from './bill-of-materials.ts';
import { runNpm } from './command.ts';
import { callerPath, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run sbom [-- --out 文件夹]
  写出物料清单（SBOM）：CycloneDX 和 SPDX 各一份，连同 SHA-256。不写 --out，写到 .cache/sbom
  时间取最近一次提交的时间；不在 git 里，用环境变量 SOURCE_DATE_EPOCH（秒）给出`;
const OPTIONS = { out: { type: 'string' }, debug: { type: 'boolean' }, help: { type: 'boolean' } } as const;

/** What has a bill of its own: what an editor installs, what a developer installs, and the form that is fetched later. */
const BILLS = [
  { suffix: '', folder: '.', isWhole: false },
  { suffix: '-development', folder: '.', isWhole: true },
  { suffix: '', folder: 'src/edit/form-package', isWhole: true },
] as const;

interface Manifest {
  name: string;
  version: string;
  devDependencies?: object;
}
interface Lock {
  packages: Record<string, { dev?: boolean; devDependencies?: object }>;
}

function commitTime(): Date {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given && !/^\d+$/.test(given)) throw new UsageError(`SOURCE_DATE_EPOCH=${given} 不能用：写从 1970 年起的秒数`);
  try {
    return new Date(Number(given || git(process.cwd(), 'log', '-1', '--format=%ct')) * 1000);
  } catch {
    throw new UsageError(`这里没有 git 的提交，不知道清单该写什么时间\n${USAGE}`);
  }
}

/**
 * Writes manifest and lock file into a folder of their own, without what is for developers alone. npm's own `--omit=dev`
 * leaves out of a bill whatever a developers' package asks for too: yaml, zod and vite were missing.
 */
function stage(from: string, to: string, isWhole: boolean): Manifest {
  const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Manifest;
  const lock = JSON.parse(readFileSync(join(from, 'package-lock.json'), 'utf8')) as Lock;
  if (!isWhole) {
    delete manifest.devDependencies;
    delete lock.packages['']?.devDependencies;
    lock.packages = Object.fromEntries(Object.entries(lock.packages).filter(([, { dev }]) => !dev));
  }
  writeWhole(join(to, 'package.json'), JSON.stringify(manifest));
  writeWhole(join(to, 'package-lock.json'), JSON.stringify(lock));
  return manifest;
}

/** npm reads the lock file alone, so that no registry is named and every system has the same list. */
async function askNpm(folder: string, format: string): Promise<string> {
  const args = ['sbom', '--prefix', folder, '--package-lock-only', '--sbom-format', format, '--loglevel', 'error'];
  const { code, output } = await runNpm(args, { quiet: true });
  if (code !== 0) throw new Error(`npm sbom 没有写成（要 npm 10 以上）：\n${output}`);
  return output;
}

/** Writes all bills into a folder. Returns a line of SHA256SUMS for each. */
async function writeBills(folder: string, staging: string): Promise<string[]> {
  const time = commitTime();
  const sums: string[] = [];
  for (const { suffix, folder: from, isWhole } of BILLS) {
    const { name, version } = stage(from, staging, isWhole);
    for (const [format, ending] of Object.entries(BILL_FORMATS)) {
      const text = settledBill(await askNpm(staging, format), { name, time });
      const file = `${name}-${version}${suffix}.${ending}`;
      writeWhole(join(folder, file), text);
      sums.push(`${createHash('sha256').update(text).digest('hex')}  ${file}\n`);
    }
  }
  writeWhole(join(folder, 'SHA256SUMS'), sums.join(''));
  return sums;
}

await runCommand(async () => {
  const { values } = readArguments({ options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  const folder = values.out === undefined ? '.cache/sbom' : callerPath(values.out);
  const staging = mkdtempSync(join(tmpdir(), 'sbom-'));
  const sums = await writeBills(folder, staging).finally(() => rmSync(staging, { recursive: true, force: true }));
  console.log(`已写 ${sums.length} 份物料清单到 ${relative(process.cwd(), folder) || '.'}：`);
  console.log(sums.join('').trimEnd());
  return EXIT.fine;
});
