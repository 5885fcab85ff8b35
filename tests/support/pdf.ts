/** A piece of text on a page: where its line begins, from the left and from below, in points. */
export interface Printed {
  x: number;
  y: number;
  size: number;
  text: string;
}

const hex = (text: string): string => {
  const bytes = Buffer.from(text, 'utf16le').swap16();
  return bytes.toString('hex').toUpperCase();
};

/** The smallest PDF that has these pages of text, in a font that it does not bring. */
export function pdf(pages: readonly (readonly Printed[])[]): Uint8Array {
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -120 1000 880]/Ascent 880/Descent -120/ItalicAngle 0/CapHeight 880/StemV 90>>>>',
  ];
  for (const [index, page] of pages.entries()) {
    const content = page
      .map(({ x, y, size, text }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`)
      .join('\n');
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${6 + index * 2} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    );
  }
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return new TextEncoder().encode(file);
}

/** Paragraphs set in columns of so many characters, as a paper sets them. */
export function columns(
  paragraphs: readonly string[],
  { size = 10, width = 15, top = 700, bottom = 60, left = 50, gutter = 20, indent = true } = {},
): Printed[] {
  const printed: Printed[] = [];
  let [x, y] = [left, top];
  for (const paragraph of paragraphs) {
    const characters = [...paragraph];
    for (let at = 0, isFirst = true; at < characters.length; isFirst = false) {
      const room = isFirst && indent ? width - 2 : width;
      printed.push({
        x: isFirst && indent ? x + 2 * size : x,
        y,
        size,
        text: characters.slice(at, at + room).join(''),
      });
      at += room;
      y -= size * 1.5;
      if (y < bottom) [x, y] = [x + width * size + gutter, top];
    }
  }
  return printed;
}
