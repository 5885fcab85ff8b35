/** The bytes of every character that a Chinese encoding has, told by the platform's own decoder. */
function bytesByCharacter(encoding: 'gbk' | 'gb18030' | 'big5'): Map<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, number[]>();
  const add = (...code: number[]) => {
    const character = decoder.decode(Uint8Array.from(code));
    if ([...character].length === 1 && character !== '\ufffd' && !bytes.has(character)) bytes.set(character, code);
  };
  for (let one = 0; one < 0x80; one++) add(one);
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) add(lead, trail);
  if (encoding !== 'gb18030') return bytes;
  for (let a = 0x81; a <= 0x84; a++)
    for (let b = 0x30; b <= 0x39; b++)
      for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) add(a, b, c, d);
  return bytes;
}

/** A text as a program of another age would have saved it; what the encoding lacks is an error. */
export function encode(text: string, encoding: 'gbk' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-8'): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const known = bytesByCharacter(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = known.get(character);
      if (!code) throw new Error(`${encoding} has no ${character}`);
      return code;
    }),
  );
}
