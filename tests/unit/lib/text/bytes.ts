const tables = new Map<string, Map<string, number[]>>();

/** The two-byte characters of a legacy encoding: the platform decodes it and does not encode it. */
function tableOf(encoding: 'gbk' | 'big5'): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  tables.set(encoding, table);
  return table;
}

/** A text as bytes of GBK or Big5. */
export function encodeLegacy(text: string, encoding: 'gbk' | 'big5'): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = character < '\u0080' ? [character.charCodeAt(0)] : tableOf(encoding).get(character);
      if (!bytes) throw new Error(`${character} is not in ${encoding}`);
      return bytes;
    }),
  );
}

/** A text as bytes of UTF-16, without a byte order mark. */
export function encodeUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
}
