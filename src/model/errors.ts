/**
 * A known failure: the input, the configuration or the command line is wrong.
 * It prints as one line: what, where, what to do.
 */
export class PitwallError extends Error {
  override name = 'PitwallError';
  /** A stable code in kebab case, such as `unknown-format`. */
  readonly code: string;
  /** What is wrong, without a full stop. */
  readonly what: string;
  /** File with line, configuration key, option: where it is wrong. */
  readonly where: string | null;
  /** What to do about it, in the imperative. */
  readonly cure: string;

  constructor(code: string, what: string, where: string | null, cure: string, options?: ErrorOptions) {
    // Names of columns and files come out of data: whatever is in them, the message is one line, read from left to right.
    super(
      `${where === null ? '' : `${where}: `}${what}. ${cure}`.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' '),
      options,
    );
    this.code = code;
    this.what = what;
    this.where = where;
    this.cure = cure;
  }
}
