import { readFileSync } from 'node:fs';
import { runPackage } from './command.ts';

/** Where Astro notes the server that it runs on this project. */
const NOTE = '.astro/dev.json';

/** The server that already runs on this project; null where none answers. */
async function runningServer(): Promise<{ url: string; pid: number } | null> {
  try {
    const { url, pid } = JSON.parse(readFileSync(NOTE, 'utf8')) as { url: string; pid: number };
    process.kill(pid, 0);
    await fetch(url, { signal: AbortSignal.timeout(5000), method: 'HEAD' });
    return { url, pid };
  } catch {
    return null;
  }
}

/**
 * Two would share Astro's own files, and it refuses the second.
 * @throws in one sentence, with the address of the first and the cure
 */
export async function refuseSecond(): Promise<void> {
  const first = await runningServer();
  if (!first) return;
  throw new Error(
    `本项目的预览或表单已经开着：${first.url}（进程 ${first.pid}）。直接用它；要换，先到它的终端按 Ctrl-C，再来一次`,
  );
}

/**
 * The site with drafts, on this machine alone, until it is told to end or who called it is gone.
 * @returns how it ended
 */
export async function serveDrafts(port: string, env: Record<string, string> = {}): Promise<number> {
  await refuseSecond();
  const { code } = await runPackage('astro', ['dev', '--port', port, '--host', 'localhost'], {
    env: { DRAFTS: '1', ...env },
    foreground: true,
  });
  return code;
}
