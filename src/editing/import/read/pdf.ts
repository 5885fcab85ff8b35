import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Decision } from '../text/model.ts';
import type { Piece, Sheet } from './pdf-layout.ts';

/** What a PDF prints, page by page. */
export interface PdfReading {
  sheets: Sheet[];
  told: Decision[];
}

/** Longer ones are books. */
const MOST_PAGES = 60;
const MOST_PIECES = 200_000;
/** Fewer characters on all pages together are no article. */
const LEAST_TEXT = 20;
/** Beyond this part of signs that are none, the text layer is no text. */
const MOST_GARBLED = 0.05;

/**
 * Reads the text layer of a PDF.
 * @returns one Chinese sentence where there is none, or it cannot be read
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading | { problem: string }> {
  // Large, and needed for nothing else.
  const { getDocument, OPS, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(home, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts/'),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  } as Parameters<typeof getDocument>[0]);
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES)
      return { problem: `这个 PDF 有 ${document.numPages} 页，超过 ${MOST_PAGES} 页，不像文章，请拆出要用的几页` };
    const sheets: Sheet[] = [];
    let pictures = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item): Piece[] => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform as number[];
        const size = Math.hypot(skew, scale);
        return [{ text: item.str, x, y, width: item.width, size, isUpright: Math.abs(skew) < Math.abs(scale) / 4 }];
      });
      const { fnArray } = await page.getOperatorList();
      pictures += fnArray.filter(
        (code) => code === OPS.paintImageXObject || code === OPS.paintInlineImageXObject,
      ).length;
      sheets.push({ width, height, pieces });
      if (sheets.reduce((sum, sheet) => sum + sheet.pieces.length, 0) > MOST_PIECES)
        return { problem: '这个 PDF 里的字太多，不像文章，请拆出要用的几页' };
    }
    const text = sheets.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('');
    if (text.replace(/\s/g, '').length < LEAST_TEXT)
      return {
        problem:
          '这个 PDF 里没有文字，是扫描的图：请找它的 Word 或文本稿，或先用识字软件（OCR）认出文字，存成 .txt 再导入',
      };
    const garbled = text.match(/[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu)?.length ?? 0;
    if (garbled > text.length * MOST_GARBLED)
      return {
        problem:
          '这个 PDF 的文字是乱码，字体没有带上对照表：请找它的 Word 或文本稿，或先用识字软件（OCR）认出文字，存成 .txt 再导入',
      };
    const told =
      pictures > 0 ? [{ line: 0, what: '图片，没有取出', text: `${pictures} 张，请另存后放到文章旁边` }] : [];
    return { sheets, told };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return {
      problem: isLocked ? '这个 PDF 加了密码，请去掉密码再导入' : '这个 PDF 已损坏，可能没有下载完整，请重新取一份',
    };
  } finally {
    await task.destroy();
  }
}
