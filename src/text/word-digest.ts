/** Tells of most words that they are not in a text, from an eighth to a sixteenth of its size: a Bloom filter of its whole words. */

/** Bits for each byte of the text, at least; a word of code comes again and again, so that this is about ten for each of them. */
const BITS_A_BYTE = 0.5;

const LEAST_BITS = 256;

/** What a word starts from: FNV-1a. */
const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** `\w` of ASCII by character code; a byte of any other character is none. */
const IS_WORD = Uint8Array.from({ length: 256 }, (_, code) => Number(/\w/.test(String.fromCharCode(code))));

/** A word that a digest knows of: whole, of nothing but word characters. */
export const isPlainWord = (word: string): boolean => /^\w+$/.test(word);

export class WordDigest {
  readonly #bits: Uint8Array;
  readonly #mask: number;

  /** `bytes`: a text in which ASCII stands for itself. */
  constructor(bytes: Uint8Array) {
    let size = LEAST_BITS;
    while (size < bytes.length * BITS_A_BYTE) size *= 2;
    this.#mask = size - 1;
    this.#bits = new Uint8Array(size / 8);
    let hash = START;
    let isInWord = false;
    for (const code of bytes) {
      if (IS_WORD[code] === 1) {
        hash = Math.imul(hash ^ code, PRIME);
        isInWord = true;
      } else if (isInWord) {
        this.#add(hash);
        hash = START;
        isInWord = false;
      }
    }
    if (isInWord) this.#add(hash);
  }

  /** False where the text surely does not hold the plain word as a whole. */
  mayHold(word: string): boolean {
    let hash = START;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
    return this.#has(mixed(hash) & this.#mask) && this.#has(mixed(~hash) & this.#mask);
  }

  #add(hash: number): void {
    this.#set(mixed(hash) & this.#mask);
    this.#set(mixed(~hash) & this.#mask);
  }

  #set(bit: number): void {
    this.#bits[bit >>> 3]! |= 1 << (bit & 7);
  }

  #has(bit: number): boolean {
    return (this.#bits[bit >>> 3]! & (1 << (bit & 7))) !== 0;
  }
}

/** Lets each bit of a hash decide about the low ones (the end of MurmurHash3). */
function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
