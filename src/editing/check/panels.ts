import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import type { SiteData } from '../../lib/schema/site.ts';

/**
 * Panels of `site.yaml` that name what is not there or name it twice, and units that none of them names.
 * @param counties ids of the archive's units
 */
export function findWrongPanels(
  { value, locate }: { value: Pick<SiteData, 'panels'> | null; locate: Locate },
  counties: ReadonlySet<string>,
): Finding[] {
  const panels = value?.panels ?? [];
  const where = new Map<string, string>();
  const findings = panels.flatMap(({ name, units }, index) => {
    const called = typeof name === 'string' ? name : (Object.values(name)[0] ?? '');
    return units.flatMap((unit, i): Finding[] => {
      const place = locate(['panels', index, 'units', i]);
      if (!counties.has(unit)) {
        const guess = nearest(unit, counties);
        const cure = guess ? `是不是 ${guess}？` : '写 counties 里的文件名，不带 .yaml';
        return [{ ...place, rule: 'id-unknown', message: `没有编号为“${unit}”的地方，进不了“${called}”这一幅`, cure }];
      }
      const before = where.get(unit);
      where.set(unit, before ?? called);
      if (before === undefined) return [];
      const message =
        before === called ? `“${called}”这一幅里 ${unit} 写了两次` : `${unit} 已经在“${before}”里，一处只在一幅图上`;
      return [{ ...place, rule: 'panel-twice', message, cure: '删去其中一处' }];
    });
  });
  const missing = panels.length > 0 ? [...counties].filter((id) => !where.has(id)) : [];
  if (missing.length === 0 || findings.length > 0) return findings;
  const message = `panels 里没有 ${missing.join('、')}：有它的那一幅不会用这里起的名字`;
  const cure = '写进它所在的那一幅，或自成一幅；名字要用，一幅里的地方须一个不多、一个不少';
  return [{ ...locate(['panels']), rule: 'panel-missing', message, cure, hint: true }];
}
