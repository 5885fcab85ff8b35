import { parse } from 'yaml';
import { findCrowdInFields } from '../../../lib/manuscript/bounds.ts';

const YAML = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;
/** Hugo's other form. */
const TOML = /^\+\+\+\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/;
/** Hexo leaves out the line above. */
const BARE = /^(title:.*\n(?:\w[\w-]*:.*\n|[ \t-].*\n)*?)---[ \t]*(?:\n|$)/;

/** The front matter of a source of any system: all of it as it stands, and by field. */
export function readFrontMatter(source: string): { whole: string; head: Record<string, string> } {
  const toml = TOML.exec(source);
  if (toml) return { whole: toml[0], head: readToml(toml[1] ?? '') };
  const [whole = '', yaml = ''] = YAML.exec(source) ?? BARE.exec(source) ?? [];
  return { whole, head: readYaml(yaml) };
}

function readYaml(yaml: string): Record<string, string> {
  if (findCrowdInFields(yaml, 1)) return asItStands(yaml);
  try {
    const data = parse(yaml) as Record<string, unknown> | null;
    return Object.fromEntries(
      Object.entries(data ?? {}).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
  } catch {
    return asItStands(yaml);
  }
}

/** Lines of a key and a value; anything deeper is kept as it stands. */
function readToml(toml: string): Record<string, string> {
  const lines = toml.split('\n').filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => /^([\w-]+)\s*=\s*(.*)$/.exec(line.trim()));
  if (pairs.some((pair) => pair === null)) return asItStands(toml);
  return Object.fromEntries(
    pairs.map((pair) => [pair?.[1] ?? '', (pair?.[2] ?? '').replace(/^(["'])(.*)\1$/, '$2')] as const),
  );
}

const asItStands = (text: string) => ({ 原有栏目: text.replace(/\s+/g, ' ') });
