import { hash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readContent } from '../editing/files/read-content.ts';
import { readStory } from '../lib/manuscript/manuscript.ts';
import { storyAt } from '../lib/manuscript/paths.ts';
import { foreignFiles, manifestFiles, manifestOf, readManifest } from '../release/manifest.ts';
import { outputProblem } from '../release/output-folder.ts';
import { config } from '../site/config.ts';

/**
 * Lets a build write only where nothing is lost by it, since Astro empties the folder first, and leaves a manifest there
 * by which the next build knows it. It stands last among the integrations: what comes after it is not in the manifest.
 */
export function output(): AstroIntegration {
  let isBuild = false;
  return {
    name: 'output',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isBuild = command === 'build';
        endWithParent();
      },
      'astro:config:done': ({ config: { outDir, root } }) => {
        if (!isBuild) return;
        const folder = fileURLToPath(outDir);
        const surroundings = { project: fileURLToPath(root), content: config().contentFolder, home: homedir() };
        const live = readManifest(folder);
        const foreign = live ? foreignFiles(folder, live) : [];
        const problem =
          outputProblem(guarded(folder), surroundings) ??
          (foreign.length > 0 ? `那里有不是本程序生成的 ${foreign[0]}` : null);
        if (!problem) return;
        const error = new Error(`网站不能生成到 ${folder}：${problem}`);
        // Where in the program it was found helps no operator.
        error.stack = '';
        throw error;
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const manifest = manifestOf(folder, withheldIn(config().contentFolder));
        for (const [path, text] of manifestFiles(manifest)) writeFileSync(join(folder, path), text);
      },
    },
  };
}

/** A further language of a site goes into a new folder of the output that its first language has just been built into. */
function guarded(folder: string): string {
  const { language } = config();
  const parent = dirname(folder);
  const isFurther = language !== undefined && basename(folder) === language && !existsSync(folder);
  return isFurther && readManifest(parent) ? parent : folder;
}

/** The command that started this process may be killed; a build without it would write on into what is another's. */
function endWithParent(): void {
  if (!process.connected) return;
  process.once('disconnect', () => process.exit(1));
  process.channel?.unref();
}

/** A hash of the private entries of a file: of their ids, or the text of one that has a file of its own. */
function privateIn(text: string): string {
  const lines = text.split('\n').filter((line) => /\bprivate: *true\b/.test(line));
  const ids = lines.map((line) => /\bid: *([\w-]+)/.exec(line)?.[1] ?? '');
  const name = /^name: *(.*)$/m.exec(text)?.[1] ?? '';
  return hash('sha256', JSON.stringify([ids, name, lines.length]));
}

/** Changes when a name is withheld anywhere, or put back, and when anything becomes private. */
function withheldIn(folder: string): string {
  // Only of stories that withhold one: a new story ends no former release. How often, since a name that had come back is
  // withheld under the same number; no path, as some of them are hidden.
  const stories = readContent(folder).filter(({ path, text }) => storyAt(path) && /^withheld:|<Withheld/m.test(text));
  const withheld = stories.map((file) => [
    (readStory(file).data?.withheld ?? []).map(({ id }) => id),
    file.text.split('<Withheld').length,
  ]);
  // What has become private stands in the lists of former releases. None: as before there was any.
  const told = readContent(folder).flatMap(({ text }) =>
    /^.*\bprivate: *true\b.*$/m.exec(text) ? [privateIn(text)] : [],
  );
  return hash('sha256', JSON.stringify(told.length > 0 ? [withheld, told.sort()] : withheld)).slice(0, 16);
}
