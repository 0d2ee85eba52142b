/** The names that one person goes by, of an entry of the people that were met while reading. */
export function personsIn(entry: string): string[][] {
  if (entry.includes('\u0000')) return [entry.split('\u0000')];
  return severalIn(entry).map((one) => {
    const [, name = '', address = ''] = /^(.*?)\s*<([^<>]*)>$/.exec(one) ?? [null, one, ''];
    return [name, address].map((text) => text.trim()).filter((text) => text !== '');
  });
}

/** The people of a cell. `Smith, Anna` is one, `Anna Smith, Ben Jones` are two. */
function severalIn(cell: string): string[] {
  return cell
    .split(/[;|\r\n]/)
    .flatMap((part) => {
      const names = part.split(',').map((name) => name.trim());
      const isOne = names.length === 2 && !part.includes('@') && names.some((name) => /^\S+$/.test(name));
      return isOne ? [part.trim()] : names;
    })
    .filter((name) => name !== '');
}
