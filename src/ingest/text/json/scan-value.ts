const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const POINT = 46;

/** Digits that a double holds whatever they are. */
const SURE_DIGITS = 15;

/** The value is nothing that is read here. */
export const OTHER = -1;
/** Bytes of `false`. */
export const LONGEST_WORD = 5;

/** The byte after `word` if it stands at `at`; OTHER if it does not. */
export function endOfWord(bytes: Uint8Array, at: number, word: string): number {
  for (let index = 0; index < word.length; index++) {
    if (bytes[at + index] !== word.charCodeAt(index)) return OTHER;
  }
  return at + word.length;
}

/**
 * The byte after a number whose text is as JavaScript writes it, so that the bytes can stand for the number: integers of
 * any length (they keep their digits), and decimals of up to 15 digits without zeros at the end. All others are OTHER.
 */
export function endOfNumber(bytes: Uint8Array, from: number, to: number): number {
  const start = bytes[from] === MINUS ? from + 1 : from;
  let at = start;
  while (at < to && isDigit(bytes[at] as number)) at++;
  const digits = at - start;
  const zero = bytes[start] === ZERO;
  if (digits === 0 || (zero && digits > 1)) return OTHER;
  if (bytes[at] === POINT) {
    const point = at++;
    while (at < to && isDigit(bytes[at] as number)) at++;
    const decimals = at - point - 1;
    // Below a millionth JavaScript writes an exponent.
    const most = zero ? 6 : SURE_DIGITS - digits;
    if (decimals === 0 || decimals > most || bytes[at - 1] === ZERO) return OTHER;
  } else if (zero && start > from) return OTHER;
  const byte = bytes[at] as number;
  return byte === POINT || byte === 69 || byte === 101 ? OTHER : at;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
