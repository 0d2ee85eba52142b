// What came of looking for a record, where no record was found. (Numbers of their own file, for the reason given in `bytes.ts`.)

/** The record must be parsed; or that shows only when more bytes have come. */
export const PARSE = -1;
export const WAIT = -2;

/** No record that came before is made like this one. */
export const NEW_SHAPE = -1;
/** It holds a value that is not read as it lies. */
export const NOT_READ = -2;
/** The bytes end before it does. */
export const CUT = -3;

/** A value that is in no column, in place of its cell. */
export const NO_CELL = -1;
/** The end of a record, in place of a value's cell. */
export const END = -2;
