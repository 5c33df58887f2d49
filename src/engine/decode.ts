/** Bytes of a file as text. */
import { isAscii } from 'node:buffer';

/** UTF-8, or UTF-16 where its byte order mark says so, with the mark kept, so that offsets are the file's own; undefined for binary files. */
export function decode(bytes: Buffer): string | undefined {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16, { ignoreBOM: true }).decode(bytes);
  if (isBinary(bytes)) return undefined;
  // Bytes that are characters each need no look at what they mean together.
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/** A text in which ASCII stands as it is, whatever the rest: enough to compare lines, and cheaper than decoding. */
export function asciiOf(bytes: Buffer): string {
  return utf16Of(bytes) === undefined ? bytes.toString('latin1') : (decode(bytes) ?? '');
}

/** Whether it is no text in UTF-8. */
export const isBinary = (bytes: Buffer): boolean => bytes.subarray(0, 8000).includes(0);

export const isUtf16 = (bytes: Buffer): boolean => utf16Of(bytes) !== undefined;

/** Whether each byte is a character of its own, and the file a text: then its ASCII is all of it. */
export const isPlainText = (bytes: Buffer): boolean => isAscii(bytes) && !isBinary(bytes);

function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}
