// npm run advisories: asks the registry whether weaknesses are known of what the lock files name. Changes nothing.
import { runNpm } from './command.ts';
import { EXIT, runCommand } from './terminal.ts';

/** Every folder with a lock file, most urgent first: what an editor installs decides what a built site holds. */
const QUESTIONS = [
  { about: '编辑安装的、生成网站用的', folder: '.', options: ['--omit=dev'] },
  { about: '加上开发用的', folder: '.', options: [] },
  { about: '编辑表单', folder: 'src/edit/form-package', options: [] },
  { about: '深度检查与测速用的', folder: 'tests/extra', options: [] },
] as const;

interface Report {
  metadata?: { vulnerabilities?: { total?: number } };
  vulnerabilities?: Record<string, { severity: string; via: (string | { title?: string; url?: string })[] }>;
}

/** What is known of the packages of one folder, a line each; null where the registry gave no answer. */
async function ask(folder: string, options: readonly string[]): Promise<string[] | null> {
  const args = ['audit', '--prefix', folder, '--package-lock-only', '--json', '--loglevel', 'silent', ...options];
  const { output } = await runNpm(args, { quiet: true });
  try {
    const { metadata, vulnerabilities = {} } = JSON.parse(output) as Report;
    if (metadata?.vulnerabilities?.total === undefined) return null;
    return Object.entries(vulnerabilities).map(([name, { severity, via }]) => {
      const reasons = via.map((reason) =>
        typeof reason === 'string' ? `经 ${reason}` : [reason.title, reason.url].filter(Boolean).join(' '),
      );
      return `  ${severity} ${name}：${reasons.join('；')}`;
    });
  } catch {
    return null;
  }
}

await runCommand(async () => {
  let known = 0;
  let unanswered = 0;
  for (const { about, folder, options } of QUESTIONS) {
    const found = await ask(folder, options);
    if (found === null) unanswered += 1;
    known += found?.length ?? 0;
    const answer = found === null ? '没有问到' : found.length === 0 ? '没有已知漏洞' : `${found.length} 个包有已知漏洞`;
    console.log(`${about}（${folder}）：${answer}`);
    for (const line of found ?? []) console.log(line);
  }
  if (known > 0)
    console.error('→ 先看能不能升级：npm audit 说明每一条；升级之后跑 npm test。怎样对待见 SECURITY.md“Advisories”');
  if (unanswered > 0)
    console.error(
      `→ 有 ${unanswered} 处没有问到：软件源不回答漏洞查询（镜像多半如此），或网络不通。换官方源再问：npm run advisories --registry=网址`,
    );
  // A question that nobody has answered is no good news.
  return known > 0 ? EXIT.problems : unanswered > 0 ? EXIT.failure : EXIT.fine;
});
