import { join } from 'node:path';
import { run } from '../../src/commands/command.ts';
import { EXTRA } from './extra.ts';

interface Message {
  type: string;
  url?: string;
  lastLine?: number;
  message: string;
}

/** What hydration needs and HTML does not allow: the one rule that an island's wrapper brings along. */
const ISLAND_STYLE = /Element .style. not allowed as child of element .(body|astro-island)./;

/**
 * The W3C's validator (vnu) over every HTML file of a folder.
 * @returns one line for each different message: how often, and where first; null where there is no java to run it
 */
export async function validate(folder: string): Promise<string[] | null> {
  const { code } = await run('java', ['-version'], { quiet: true });
  if (code !== 0) return null;
  const jar = join(EXTRA, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const args = ['-jar', jar, '--format', 'json', '--exit-zero-always', '--skip-non-html', folder];
  const { output } = await run('java', args, { quiet: true });
  const { messages } = JSON.parse(output.slice(output.indexOf('{'))) as { messages: Message[] };
  const found = messages.filter(({ type, message }) => type !== 'info' && !ISLAND_STYLE.test(message));
  return [...Map.groupBy(found, ({ message }) => message)].map(([message, [first, ...others]]) => {
    const place = `${first?.url?.replace(/^file:/, '')}:${first?.lastLine}`;
    return `${place} ${message}${others.length > 0 ? ` (and ${others.length} more)` : ''}`;
  });
}
