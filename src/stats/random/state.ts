/** Four odd numbers, one for each word of the state; any that differ in many bits do. */
const MULTIPLIERS = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const;

/**
 * 128 bits that a text stands for: four hashes in the manner of FNV-1a (a character in, a multiplication), each character
 * mixed by the finalizer of MurmurHash3, so that texts that differ in one character have states that share no pattern.
 */
export function stateOf(text: string): number[] {
  const state = MULTIPLIERS.map((multiplier) => {
    let hash: number = multiplier;
    for (let index = 0; index < text.length; index++)
      hash = mixed(Math.imul(hash ^ text.charCodeAt(index), multiplier));
    return hash;
  });
  // A generator whose whole state is 0 gives nothing but 0.
  return state.some((word) => word !== 0) ? state : [1, 0, 0, 0];
}

/** MurmurHash3's `fmix32` (A. Appleby, public domain): every bit of the input moves about half of the output's. */
function mixed(word: number): number {
  let hash = word;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
