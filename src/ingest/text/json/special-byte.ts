/** The first byte from an offset on that is a quote, a backslash or a control character; or a byte behind the last. */
export function specialFrom(view: DataView, from: number, to: number): number {
  for (let at = from; at < to; at += 4) {
    // Four bytes at once: the lowest of the high bits that are left is that of the first such byte. With one bit turned
    // round, the quote comes right after the control characters, and the space does not.
    const word = view.getInt32(at, true);
    const turned = word ^ 0x02020202;
    const backslash = word ^ 0x5c5c5c5c;
    const found = (((turned - 0x21212121) & ~turned) | ((backslash - 0x01010101) & ~backslash)) & 0x80808080;
    if (found !== 0) return at + ((31 - Math.clz32(found & -found)) >> 3);
  }
  return to;
}
