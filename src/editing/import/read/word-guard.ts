// What a parser of XML can choke on: it is looked for before one sees the file, by one pass that takes no memory.

/** Why a part is not parsed: not XML, a declaration that could make much of little, too many levels. */
export type XmlFault = 'broken' | 'declares' | 'deep';

/** A piece of XML with the text before it; strokes tell where elements end. */
const PIECE =
  /[^<]*<(?:!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|(\/)[^<>]*>|[^<>"'/!?](?:[^<>"'/]|"[^"]*"|'[^']*'|\/(?!>))*(\/?)>)/sy;
/** Word itself puts tables into tables to some sixty levels of three. */
const DEEPEST = 250;

/** The number of tags, comments and the like in a part, or what is wrong with it. Counts no further than asked. */
export function countPieces(xml: string, most = Number.POSITIVE_INFINITY): number | XmlFault {
  let count = 0;
  let level = 0;
  let end = 0;
  PIECE.lastIndex = 0;
  for (let piece = nextPiece(xml); piece; piece = nextPiece(xml)) {
    end = PIECE.lastIndex;
    // An attribute takes as much memory as an element.
    count += 1 + Math.max(0, attributesIn(piece[0]) - MOST_ATTRIBUTES);
    if (piece[1]) level--;
    else if (piece[2] === '') level++;
    if (level > DEEPEST) return 'deep';
    if (count > most) return count;
  }
  const rest = xml.slice(end).trimStart();
  if (rest === '') return count;
  return /^<!DOCTYPE/i.test(rest) ? 'declares' : 'broken';
}

/** As many as Word's own root has, and more than any other element. */
const MOST_ATTRIBUTES = 50;
const attributesIn = (piece: string): number => piece.split(/=["']/).length - 1;

/** Null, too, at a tag of millions of blanks, for which the pattern has no room. */
function nextPiece(xml: string): RegExpExecArray | null {
  try {
    return PIECE.exec(xml);
  } catch {
    return null;
  }
}
