/** The word that is being typed, up to the cursor. */
export interface TypedWord {
  /** What it says, without its quotes and escapes. */
  text: string;
  /** The quote that is still open; null outside of quotes. `$'` is one that nobody completes in. */
  quote: '"' | "'" | "$'" | null;
  /** How much of `text` comes before what the shell takes for the beginning of the word. */
  kept: number;
}

/** A command line up to the cursor. */
export interface TypedLine {
  /** The words before, the command's name among them, without redirections. */
  before: string[];
  word: TypedWord;
  /** Whether the word is where a redirection reads from or writes to. */
  redirected: boolean;
}

const IN_DOUBLE_QUOTES = '$`"\\\n';

/** Takes a line of bash apart, of which nothing is expanded or run. */
class LineReading {
  #before: string[] = [];
  #word: TypedWord = { text: '', quote: null, kept: 0 };
  /** False between words. */
  #begun = false;
  #redirected = false;
  /** How much of the word there was before the last quote. */
  #opened = 0;
  readonly #line: string;
  readonly #breaks: string;

  constructor(line: string, breaks: string) {
    this.#line = line;
    this.#breaks = breaks;
  }

  read(): TypedLine {
    let at = 0;
    while (at < this.#line.length) at = this.#word.quote === null ? this.#plain(at) : this.#quoted(at);
    // Inside of quotes, a word begins after the quote.
    if (this.#word.quote !== null) this.#word.kept = this.#opened;
    return { before: this.#before, word: this.#word, redirected: this.#redirected };
  }

  /** Takes in what is at a place outside of quotes; returns where to go on. */
  #plain(at: number): number {
    const character = this.#line[at] as string;
    const two = this.#line.slice(at, at + 2);
    if (/\s/.test(character)) this.#end();
    else if (character === '\\') return this.#add(this.#line[at + 1] ?? '', at + 2);
    else if (two === "$'" || two === '$"') return this.#open(two === "$'" ? two : '"', at + 2);
    else if (character === '"' || character === "'") return this.#open(character, at + 1);
    else if (/[<>]/.test(character)) this.#redirect();
    else if (/[|&;]/.test(character)) this.#command();
    else {
      this.#add(character, at);
      if (this.#breaks.includes(character)) this.#word.kept = this.#word.text.length;
    }
    return at + 1;
  }

  #quoted(at: number): number {
    const character = this.#line[at] as string;
    const next = this.#line[at + 1] ?? '';
    const { quote } = this.#word;
    if (character === quote || (quote === "$'" && character === "'")) {
      this.#word.quote = null;
      return at + 1;
    }
    const isEscape = quote === '"' ? next !== '' && IN_DOUBLE_QUOTES.includes(next) : quote === "$'";
    return character === '\\' && isEscape ? this.#add(next, at + 2) : this.#add(character, at + 1);
  }

  #add(text: string, next: number): number {
    this.#begun = true;
    this.#word.text += text;
    return next;
  }

  #open(quote: NonNullable<TypedWord['quote']>, next: number): number {
    this.#begun = true;
    this.#word.quote = quote;
    this.#opened = this.#word.text.length;
    return next;
  }

  #end(): void {
    if (this.#begun && !this.#redirected) this.#before.push(this.#word.text);
    if (this.#begun) this.#redirected = false;
    this.#word = { text: '', quote: null, kept: 0 };
    this.#begun = false;
  }

  /** `2>` and `>`: the number is no word. */
  #redirect(): void {
    if (/^\d*$/.test(this.#word.text)) this.#begun = false;
    this.#end();
    this.#redirected = true;
  }

  #command(): void {
    this.#end();
    this.#before = [];
    this.#redirected = false;
  }
}

/**
 * The words of a line of bash.
 * @param line up to the cursor, from the command on
 * @param breaks the characters that end a word for completion, besides white space: COMP_WORDBREAKS
 */
export function typedLine(line: string, breaks: string): TypedLine {
  return new LineReading(line, breaks).read();
}
