import { readFileSync } from 'node:fs';
import { POINTS_CAPTION, SKETCH_CAPTION } from '../lib/geo/caption.ts';
import { type CaptionedOutlines, readOutlineFile } from '../lib/geo/outline-file.ts';
import { loadOutlines, NO_OUTLINES, OUTLINES } from '../lib/geo/outlines.ts';
import { config } from './config.ts';

/**
 * The outlines that MAP_OUTLINES names: a file, `none` for points alone, or with '' those drawn for this site.
 * @throws in Chinese where the file cannot be read or is not what it should be
 */
export function chooseOutlines(choice: string): CaptionedOutlines {
  if (choice === '') return { outlines: OUTLINES, caption: SKETCH_CAPTION };
  if (choice === 'none') return { outlines: loadOutlines(NO_OUTLINES), caption: POINTS_CAPTION };
  try {
    return readOutlineFile(readFileSync(choice, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? '读不到这个文件。' : (error as Error).message;
    throw new Error(`地图轮廓 MAP_OUTLINES=${choice}：${reason}没有开始生成网站。`);
  }
}

let chosen: CaptionedOutlines | undefined;

/** What this build's maps are drawn from. Throws as `chooseOutlines` does. */
export function mapOutlines(): CaptionedOutlines {
  chosen ??= chooseOutlines(config().mapOutlines);
  return chosen;
}
