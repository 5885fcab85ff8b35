import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAPTIONS } from '#words/captions.ts';
import { type CaptionedOutlines, readOutlineFile } from '../lib/geo/outline-file.ts';
import { loadOutlines, NO_OUTLINES } from '../lib/geo/outlines.ts';
import { config } from './config.ts';

/** Where an archive keeps outlines of its own, inside its content folder. */
export const OUTLINE_FILE = 'site/outlines.topo.json';

/**
 * The outlines that MAP_OUTLINES names: a file, `none` for points alone, or with '' those of the archive, where it has any.
 * @throws in Chinese where the file cannot be read or is not what it should be
 */
export function chooseOutlines(choice: string, contentFolder: string): CaptionedOutlines {
  const own = join(contentFolder, OUTLINE_FILE);
  const file = choice || (existsSync(own) ? own : 'none');
  if (file === 'none') return { outlines: loadOutlines(NO_OUTLINES), caption: CAPTIONS.points };
  try {
    return readOutlineFile(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? '读不到这个文件。' : (error as Error).message;
    throw new Error(`地图轮廓 ${choice ? `MAP_OUTLINES=${choice}` : OUTLINE_FILE}：${reason}没有开始生成网站。`);
  }
}

let chosen: CaptionedOutlines | undefined;

/** What this build's maps are drawn from. Throws as `chooseOutlines` does. */
export function mapOutlines(): CaptionedOutlines {
  chosen ??= chooseOutlines(config().mapOutlines, config().contentFolder);
  return chosen;
}
