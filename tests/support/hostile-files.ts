import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { WORD } from './docx.ts';

/** One entry of a made zip; what the directory says of it may be a lie. */
export interface MadeEntry {
  name: string;
  data: Buffer;
  /** Unpacked size as the directory claims it; the true one where it is left out. */
  claims?: number;
  /** Already packed, and how large it truly is. */
  packed?: { bytes: Buffer; size: number; crc: number };
}

/** A zip, made byte by byte. */
export function zipOf(entries: readonly MadeEntry[], { overlapping = false } = {}): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, data, claims, packed } of entries) {
    const { bytes, size, crc } = packed ?? { bytes: deflateRawSync(data), size: data.length, crc: crc32(data) };
    const head = (length: number, signature: string, at: number) => {
      const header = Buffer.alloc(length + name.length);
      header.write(signature, 0, 'latin1');
      header.writeUInt16LE(8, at);
      header.writeUInt32LE(crc, at + 6);
      header.writeUInt32LE(bytes.length, at + 10);
      header.writeUInt32LE(claims ?? size, at + 14);
      header.writeUInt16LE(name.length, at + 18);
      header.write(name, length, 'latin1');
      return header;
    };
    const isFirst = directory.length === 0;
    const entry = head(46, 'PK\x01\x02', 10);
    entry.writeUInt32LE(overlapping ? 0 : offset, 42);
    directory.push(entry);
    if (overlapping && !isFirst) continue;
    const local = head(30, 'PK\x03\x04', 8);
    files.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, index, end]);
}

const xml = (body: string) => Buffer.from(`<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`);
const document = (body: string): MadeEntry => ({ name: 'word/document.xml', data: xml(body) });
const WORDS = '<w:p><w:r><w:t>村里从春天起就把每一笔收入和支出都写在本子上。</w:t></w:r></w:p>';

const RELATIONS: MadeEntry = {
  name: '_rels/.rels',
  data: Buffer.from(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
};
/** A file that says which of its parts is the document, as Word finds it. */
const word = (entries: MadeEntry[]) => zipOf([RELATIONS, ...entries]);

/** Word files of some kilobytes that would fill a machine. */
export function wordBombs(): Record<string, Buffer> {
  const zeros = Buffer.alloc(2 ** 26);
  return {
    'sixty-four megabytes of blanks': word([document(WORDS + ' '.repeat(2 ** 26))]),
    'a million empty runs': word([document(`<w:p>${'<w:r/>'.repeat(1_000_000)}</w:p>`)]),
    'runs up to the last byte': word([document(`<w:p>${'<w:r/>'.repeat(1_300_000)}</w:p>`)]),
    'words without end': word([document(`<w:p><w:r><w:t>${'字'.repeat(2_500_000)}</w:t></w:r></w:p>`)]),
    'elements in each other': word([document('<w:p>'.repeat(300_000) + '</w:p>'.repeat(300_000))]),
    'attributes without end': word([
      document(`<w:p ${Array.from({ length: 300_000 }, (_, i) => `a${i}="b"`).join(' ')}/>`),
    ]),
    'a tag without end': word([document(`<w:p ${' '.repeat(4_000_000)}`)]),
    'a gigabyte claimed': word([{ ...document(WORDS), claims: 2 ** 30 }]),
    'less claimed than there is': word([{ ...document(WORDS + ' '.repeat(2 ** 24)), claims: 1000 }]),
    'ten thousand entries': word([
      document(WORDS),
      ...Array.from({ length: 10_000 }, (_, i) => ({ name: `word/media/${i}.png`, data: Buffer.alloc(0) })),
    ]),
    'a thousand entries that are one': zipOf(
      Array.from({ length: 1000 }, (_, i) => ({
        ...document(WORDS + ' '.repeat(2 ** 20)),
        name: i === 0 ? 'word/document.xml' : `word/header${i}.xml`,
      })),
      { overlapping: true },
    ),
    'a picture of zeros': word([document(WORDS), { name: 'word/media/image1.png', data: zeros }]),
    'styles that unpack to all memory': word([
      document(WORDS),
      { name: 'word/styles.xml', data: Buffer.alloc(2 ** 26, ' ') },
    ]),
    'a doctype of entities': word([
      {
        name: 'word/document.xml',
        data: Buffer.from(
          `<!DOCTYPE a [${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`).join('')}]><a>&a29;</a>`,
        ),
      },
    ]),
    'no directory': Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2 ** 20)]),
  };
}

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG of a size, with whatever chunks stand before its pixels, which are all of one colour. */
export function pngOf(width: number, height: number, chunks: readonly [string, Buffer][] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([16, 6], 8);
  const pixels = deflateSync(Buffer.alloc(Math.min(height * (width * 8 + 1), 2 ** 26)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...chunks.map(([name, data]) => chunk(name, data)),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Pictures of some kilobytes that would fill a machine, by the name of their file. */
export function pictureBombs(): Record<string, Buffer> {
  const packed = deflateSync(Buffer.alloc(2 ** 28));
  const [profile, words] = [
    Buffer.concat([Buffer.from('a\0\0'), packed]),
    Buffer.concat([Buffer.from('a\0\0'), packed]),
  ];
  return {
    'wide.png': pngOf(2 ** 31 - 1, 2 ** 31 - 1),
    'large.png': pngOf(9999, 9999),
    'profile.png': pngOf(10, 10, [['iCCP', profile]]),
    'words.png': pngOf(10, 10, [['zTXt', words]]),
    'international.png': pngOf(10, 10, [['iTXt', Buffer.concat([Buffer.from('a\0\x01\0\0\0', 'latin1'), packed])]]),
    'wide.webp': Buffer.concat([
      Buffer.from('RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff', 'latin1'),
      Buffer.alloc(8),
    ]),
    'wide.jpg': Buffer.from('ffd8ffc0001108fffffffff03011100021101031101ffd9'.replace('ffffffff0', 'ffffffff'), 'hex'),
    'endless.jpg': Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(1000, 0xff)]),
  };
}
