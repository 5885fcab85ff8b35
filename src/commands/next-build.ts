/** Where builds are run by a schedule, by the name of the machine. */
const HOSTS = [
  {
    is: /^(?:[\w-]+\.)*github\.com$/i,
    says: 'GitHub 每天零点过后自动生成一次；到时在仓库的 Actions 页看“发布”成没成',
  },
  {
    is: /^(?:[\w-]+\.)*gitlab\b/i,
    says: 'GitLab 要有一条每天零点过后的定时流水线，没有就请管仓库的人建',
  },
] as const;

/**
 * How a story that is scheduled comes onto the site on its day: only a build that is made then has it.
 * @param remote address of the repository; null where there is none
 */
export function nextBuild(remote: string | null): string {
  // `https://host/path`, `ssh://user@host:port/path` and `user@host:path`.
  const host = /^(?:[\w+]+:\/\/)?(?:[^@/]*@)?([\w.-]+)[:/]/.exec(remote ?? '')?.[1] ?? '';
  const who = HOSTS.find(({ is }) => is.test(host))?.says ?? '要有人或定时任务在那天运行 npm run build 并上传';
  return `    → 那天零点（中国时间）以后重新生成的网站才有这一篇：${who}。见 CONTRIBUTING.md“定时发表”`;
}
