import type { PDFDict, PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { withoutRemarks } from './jpeg.ts';

/** Why a PDF cannot be published, in Chinese. */
export interface PdfFault {
  reason: 'unreadable' | 'locked' | 'attached';
}

/** What a PDF tells of who made it, when and with what, and what acts when it is opened, of whatever object. */
const TELLING = ['Metadata', 'PieceInfo', 'LastModified', 'AA', 'OpenAction', 'Perms'];
/** Of a remark on a page: whose it is and when it was made. */
const OF_REMARKS = ['T', 'M', 'CreationDate'];

/**
 * A PDF without its properties: author, title, programs, days; XMP of document, pages and pictures; who wrote a remark;
 * Exif of pictures in it; scripts; and what earlier versions of it held.
 */
export async function withoutProperties(bytes: Uint8Array): Promise<Uint8Array | PdfFault> {
  const pdf = await import('@cantoo/pdf-lib');
  const { PDFName: Name, PDFDict: Dict, PDFRawStream: Stream, PDFStream } = pdf;
  const name = (text: string) => Name.of(text);
  let document: PDFDocument;
  try {
    document = await pdf.PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      ignoreEncryption: true,
    });
    if (document.getPageCount() === 0) return { reason: 'unreadable' };
  } catch {
    const isLocked = new TextDecoder('latin1').decode(bytes).includes('/Encrypt');
    return { reason: isLocked ? 'locked' : 'unreadable' };
  }
  const { context, catalog } = document;
  if (document.isEncrypted || context.trailerInfo.Encrypt) return { reason: 'locked' };
  const names = catalog.lookupMaybe(name('Names'), Dict);
  if (names?.has(name('EmbeddedFiles')) || catalog.has(name('AF'))) return { reason: 'attached' };
  names?.delete(name('JavaScript'));
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof Dict ? object : object instanceof PDFStream ? object.dict : null;
    if (!dict) continue;
    strip(dict);
    if (!(object instanceof Stream) || !String(dict.get(name('Filter'))).includes('/DCTDecode')) continue;
    // A picture that is packed once more on top of that is none that cameras write.
    if (String(dict.get(name('Filter'))).includes(' /')) context.assign(ref, object);
    else context.assign(ref, Stream.of(dict, withoutRemarks(object.contents)));
  }
  keepReachable(document, pdf);
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });

  function strip(dict: PDFDict): void {
    for (const key of TELLING) dict.delete(name(key));
    if (String(dict.get(name('Type'))) === '/Annot' || (dict.has(name('Subtype')) && dict.has(name('Rect'))))
      if (String(dict.get(name('Subtype'))) !== '/Widget') for (const key of OF_REMARKS) dict.delete(name(key));
    for (const [, value] of dict.entries()) if (value instanceof Dict) strip(value);
  }
}

/** Leaves out all to which nothing leads from the catalogue: former versions, properties. */
function keepReachable({ context }: PDFDocument, pdf: typeof import('@cantoo/pdf-lib')): void {
  const seen = new Set<PDFObject>();
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (!object || seen.has(object)) continue;
    seen.add(object);
    if (object instanceof pdf.PDFRef) waiting.push(context.lookup(object));
    else if (object instanceof pdf.PDFArray) waiting.push(...object.asArray());
    else if (object instanceof pdf.PDFDict) waiting.push(...object.values());
    else if (object instanceof pdf.PDFStream) waiting.push(object.dict);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!seen.has(ref)) context.delete(ref);
}
