import { readFileSync } from 'node:fs';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { withoutProperties } from '../../../../src/lib/media/pdf.ts';

const NAME = 'Guo Guiying';
const name = (text: string) => PDFName.of(text);

async function made(change: (document: PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([200, 200]).drawText('a page');
  await change(document);
  return document.save();
}

/** Everything in a PDF, unpacked: each object as it would be written. */
async function written(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const all = document.context.enumerateIndirectObjects().map(([, object]) => {
    const inside = object instanceof PDFRawStream ? Buffer.from(object.contents).toString('latin1') : '';
    const text =
      object instanceof PDFDict ? object.values().map((v) => (v instanceof PDFHexString ? v.decodeText() : '')) : [];
    return `${object}\n${inside}\n${text.join('\n')}`;
  });
  return `${document.context.trailerInfo.Info ?? ''}${all.join('\n')}${Buffer.from(bytes).toString('latin1')}`;
}

async function emptied(bytes: Uint8Array): Promise<Uint8Array> {
  const result = await withoutProperties(bytes);
  if ('reason' in result) throw new Error(result.reason);
  return result;
}

describe('a PDF loses', () => {
  test('who made it, what it is called and with what it was made', async () => {
    const bytes = await made((document) => {
      document.setAuthor(NAME);
      document.setTitle(NAME);
      document.setKeywords([NAME]);
      document.setCreator(NAME);
    });
    expect(await written(bytes)).toContain(NAME);
    const after = await written(await emptied(bytes));
    expect(after).not.toMatch(/Guo Guiying|CreationDate|Producer|pdf-lib/);
  });

  test('the properties of its pages and pictures, and those of a picture’s own file', async () => {
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#888' } })
      .withExif({ IFD0: { Artist: NAME } })
      .jpeg()
      .toBuffer();
    const bytes = await made(async (document) => {
      const picture = await document.embedJpg(photo);
      const page = document.addPage();
      page.drawImage(picture);
      page.node.set(name('Metadata'), document.context.register(document.context.stream(`<x>${NAME}</x>`)));
      page.node.set(name('PieceInfo'), document.context.obj({ Who: PDFString.of(NAME) }));
    });
    expect(await written(bytes)).toContain(NAME);
    expect(await written(await emptied(bytes))).not.toContain(NAME);
  });

  test('what an earlier version of it held, and whose a remark is', async () => {
    const bytes = await made((document) => {
      document.context.register(PDFString.of(NAME));
      const [page] = document.getPages();
      const remark = document.context.obj({
        Type: 'Annot',
        Subtype: 'Text',
        Rect: [0, 0, 9, 9],
        T: PDFString.of(NAME),
      });
      page?.node.set(name('Annots'), document.context.obj([document.context.register(remark)]));
    });
    expect(await written(bytes)).toContain(NAME);
    expect(await written(await emptied(bytes))).not.toContain(NAME);
  });

  test('nothing that is seen', async () => {
    const bytes = readFileSync('tests/fixtures/media/stories/hegang/ledger.pdf');
    const document = await PDFDocument.load(await emptied(bytes));
    expect(document.getPageCount()).toBe(1);
    expect(document.getPage(0).getSize()).toEqual({ width: 300, height: 400 });
  });
});

describe('a PDF is refused', () => {
  test('where it is damaged', async () => {
    for (const text of ['', '%PDF-1.7\n', 'not a PDF', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'])
      expect(await withoutProperties(Buffer.from(text)), text).toEqual({ reason: 'unreadable' });
  });

  test('where it is locked', async () => {
    const locked = await made((document) => {
      document.encrypt({ userPassword: 'x', ownerPassword: 'y' });
    });
    expect(await withoutProperties(locked)).toEqual({ reason: 'locked' });
  });

  test('where another file is in it', async () => {
    const full = await made((document) => document.attach(Uint8Array.of(1), 'names.xlsx', {}));
    expect(await withoutProperties(full)).toEqual({ reason: 'attached' });
  });
});
