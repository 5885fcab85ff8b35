import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** One import of a source file: of a package, or of another file by its path from the project's folder. */
export interface Import {
  from: string;
  to: string;
  /** Gone when the types are stripped. */
  isType: boolean;
}

const IMPORT =
  /(?:^|[;\n}])\s*(?:import|export)\s+(type\s)?(?:([^'"()]*?)\sfrom\s+)?['"]([^'"\n]+)['"]|import\(\s*(?:\/\*.*?\*\/\s*)?['"]([^'"\n]+)['"]/g;
const SOURCE = /\.(?:ts|tsx|mjs|astro)$/;

/** Every source file of a folder with its text, content left out; paths have `/`. */
export function sourcesOf(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('src/content/'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** All imports of the files, those of types and of `import()` too. */
export function importsOf(sources: ReadonlyMap<string, string>): Import[] {
  return [...sources].flatMap(([from, text]) =>
    [...text.matchAll(IMPORT)].map(([, type, names = '', static_, dynamic]) => {
      const target = (static_ ?? dynamic ?? '').replace(/\?.*$/, '');
      const to = target.startsWith('.')
        ? posix.normalize(posix.join(dirname(from), target))
        : target.replace(/^#words\//, 'src/lib/words/zh-Hans/');
      const inner =
        /^\{(.*)\}$/s
          .exec(names.trim())?.[1]
          ?.split(',')
          .map((name) => name.trim()) ?? [];
      const allTypes = inner.length > 0 && inner.filter(Boolean).every((name) => name.startsWith('type '));
      return { from, to, isType: Boolean(type) || allTypes };
    }),
  );
}

/** Circles: groups of names that all lead to each other. */
export function circlesIn(edges: readonly { from: string; to: string }[]): string[][] {
  const next = Map.groupBy(
    edges.filter(({ from, to }) => from !== to),
    ({ from }) => from,
  );
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>();
    const open = [start];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      for (const { to } of next.get(name) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        open.push(to);
      }
    }
    return seen;
  };
  const reached = new Map([...next.keys()].map((name) => [name, reach(name)]));
  const circles = [...reached]
    .filter(([name, names]) => names.has(name))
    .map(([name, names]) => [...names].filter((other) => reached.get(other)?.has(name)).sort());
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
}
