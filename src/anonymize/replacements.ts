/** Remembers what each value was replaced by, so that the same value is replaced by the same word everywhere. */
export class Replacements {
  readonly #people = new Map<string, number>();
  readonly #texts = new Map<string, number>();
  readonly #hosts = new Map<string, number>();

  /** The number that stands for a person. */
  person(name: string): number {
    return numberOf(this.#people, name);
  }

  /** The word that stands for a person's name, account or id. */
  personWord(name: string): string {
    // Jira Data Center's key of the account with that number.
    const [, number] = /^JIRAUSER(\d+)$/.exec(name) ?? [];
    return number === undefined ? `person-${padded(this.person(name))}` : `JIRAUSER${this.person(number)}`;
  }

  /** The number that stands for a text. */
  text(text: string): number {
    return numberOf(this.#texts, text);
  }

  textWord(text: string): string {
    return `text-${padded(this.text(text))}`;
  }

  hostWord(host: string): string {
    return `host-${padded(numberOf(this.#hosts, host.toLowerCase()))}.invalid`;
  }
}

function numberOf(numbers: Map<string, number>, value: string): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  const number = numbers.size + 1;
  numbers.set(value, number);
  return number;
}

function padded(number: number): string {
  return String(number).padStart(3, '0');
}
