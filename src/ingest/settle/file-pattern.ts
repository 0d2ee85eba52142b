/**
 * True if a pattern matches a file: `*` and `?` match within a folder, `**` matches folders, `{a,b}` matches either. A
 * pattern without a folder is compared with the file's own name, any other with the end of its path.
 */
export function matchesPattern(file: string, pattern: string): boolean {
  const path = slashes(file);
  const wanted = slashes(pattern);
  const folders = wanted.startsWith('/') ? '^' : '(?:^|/)';
  return new RegExp(`${folders}${expression(wanted)}$`, 'u').test(path);
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
}

function expression(pattern: string): string {
  let text = '';
  let open = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] as string;
    if (pattern.startsWith('**/', at)) {
      text += '(?:[^/]+/)*';
      at += 2;
    } else if (character === '*') text += '[^/]*';
    else if (character === '?') text += '[^/]';
    else if (character === '{' && pattern.includes('}', at)) {
      text += '(?:';
      open++;
    } else if (character === '}' && open > 0) {
      text += ')';
      open--;
    } else if (character === ',' && open > 0) text += '|';
    else text += character.replace(/[\\^$.|+()[\]{}/]/, '\\$&');
  }
  return text + ')'.repeat(open);
}
