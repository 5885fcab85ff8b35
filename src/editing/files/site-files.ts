import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../../lib/manuscript/frontmatter.ts';
import type { ContentFile } from '../../lib/manuscript/paths.ts';
import type { Problem } from '../../lib/manuscript/problem.ts';

/** Fields of `site.yaml` that name a file of the content folder. */
const FIELDS = ['logo', 'icon', 'touchIcon'] as const;

/** What a drawing that stands in every page must not hold: programs, addresses, styles that the site's policy refuses. */
const FORBIDDEN =
  /<(?:script|style|foreignObject|iframe|image|a|use|animate|set)\b|\s(?:on\w+|style|(?:xlink:)?href)\s*=|<!(?:DOCTYPE|ENTITY)/i;

/** Files that `site.yaml` names and that are not there, or are no drawing that may stand in a page. */
export function findSiteFiles(folder: string, files: readonly ContentFile[]): Problem[] {
  const site = files.find(({ path }) => path === 'site.yaml');
  if (!site) return [];
  const { textOf, locate } = readYaml(site.text, 1);
  return FIELDS.flatMap((field): Problem[] => {
    const path = textOf(field);
    if (!path?.startsWith('site/') || path.includes('..')) return [];
    const at = { file: site.path, ...locate([field]) };
    const file = join(folder, path);
    if (!existsSync(file))
      return [
        {
          ...at,
          rule: 'site-file',
          message: `没有 ${path} 这个文件`,
          cure: '把它放进内容文件夹的 site/，或删去这一栏',
        },
      ];
    if (!path.endsWith('.svg')) return [];
    const text = readFileSync(file, 'utf8');
    const fault = /<svg[\s>]/.test(text) ? FORBIDDEN.exec(text)?.[0].trim() : '不是 SVG';
    const cure = '在画图程序里另存为“普通 SVG”，文字转成轮廓，颜色写在 fill 里';
    return fault === undefined || (field !== 'logo' && /<style|style\s*=/i.test(fault))
      ? []
      : [{ ...at, rule: 'site-file', message: `${path} 不能放进页面：${fault}`, cure }];
  });
}
