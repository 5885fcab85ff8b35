import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContext } from '../../lib/geo/context.ts';
import type { Problem } from '../../lib/manuscript/problem.ts';
import { looksSwapped } from '../check/points.ts';

/** Where an archive keeps what lies round its places. */
export const CONTEXT_FILE = 'site/context.geojson';

/** What is wrong with the surroundings of an archive's maps; nothing where it has none. */
export function findContextFaults(folder: string): Problem[] {
  const file = join(folder, CONTEXT_FILE);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const at = (name: string) => {
    const before = text.slice(0, Math.max(0, text.indexOf(`"${name}"`))).split('\n');
    return { file: CONTEXT_FILE, line: before.length, column: 1, rule: 'context-file' as const };
  };
  try {
    const { rivers, seats, regions } = readContext(text);
    const firsts = [
      ...rivers.map(({ name, lines }) => ({ name, point: lines[0]?.[0] ?? ([0, 0] as const) })),
      ...seats,
      ...regions,
    ];
    return firsts.flatMap((one): Problem[] => {
      const others = firsts.filter((other) => other !== one).map(({ point }) => point);
      if (!looksSwapped(one.point, others)) return [];
      const [x, y] = one.point;
      const message = `“${one.name}”的坐标 [${x}, ${y}] 离别的都很远，倒过来却在它们中间`;
      return [{ ...at(one.name), message, cure: `经度和纬度是不是写反了？应作 [${y}, ${x}]`, hint: true }];
    });
  } catch (error) {
    const { message } = error as Error;
    const name = /（(.+?)）/.exec(message)?.[1] ?? '';
    return [{ ...at(name), message: message.replace(/。$/, ''), cure: '照 CONTRIBUTING.md“地图的背景”一节改好' }];
  }
}
