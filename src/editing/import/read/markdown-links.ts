const DEFINITION =
  /^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*<?([^\s>]+)>?(?:[ \t]+("[^"\n]*"|'[^'\n]*'|\([^)\n]*\)))?[ \t]*$/gm;
const REFERENCE = /\[(?!\^)([^[\]\n]+)\](?:\[([^[\]\n]*)\])?(?![[(:])/g;

/** Links whose addresses stand at the end of the file, written where they are: a block is then read without the rest. */
export function inlineLinks(markdown: string): string {
  const key = (name: string) => name.trim().toLowerCase();
  const targets = new Map<string, string>();
  for (const [, name = '', url = '', title] of markdown.matchAll(DEFINITION))
    targets.set(key(name), title ? `${url} ${title}` : url);
  if (targets.size === 0) return markdown;
  const used = new Set<string>();
  const written = markdown.replace(REFERENCE, (whole, words: string, name?: string) => {
    const target = targets.get(key(name || words));
    if (target === undefined) return whole;
    used.add(key(name || words));
    return `[${words}](${target})`;
  });
  return written.replace(DEFINITION, (whole, name: string) => (used.has(key(name)) ? '' : whole));
}
