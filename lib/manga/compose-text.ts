// Unicode's canonical composition (NFC) of user text in linear time.

const MANY_MARKS = /[\p{M}--\u034F]{30}(?=[\p{M}--\u034F])/gv;

/**
 * NFC. A combining grapheme joiner is put after each 30 combining marks in a row, following the Stream-Safe Text Format
 * (https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format): composition sorts such a run by insertion, so that a run of 24,000 marks
 * would take seconds. No written language needs so many.
 */
export function toNfc(text: string): string {
  return text.replace(MANY_MARKS, "$&\u034F").normalize("NFC");
}
