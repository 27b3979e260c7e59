// Lists of closed words, written as text: words with spaces between, as many to a line as fit.

/** Any of the words of a line. */
export type Word<Line extends string> = Line extends `${infer First} ${infer Rest}`
  ? First | Word<Rest>
  : Line;

/** The words of all lines, in their order. */
export const listed = <const Line extends string>(...lines: Line[]) =>
  lines.flatMap((line) => line.split(" ")) as [Word<Line>, ...Word<Line>[]];
