// Closed word lists written as text: words separated by spaces, several to a line.

/** The union of the words of a line. */
export type Word<Line extends string> = Line extends `${infer First} ${infer Rest}`
  ? First | Word<Rest>
  : Line;

/** The words of all lines, in order. */
export const listed = <const Line extends string>(...lines: Line[]) =>
  lines.flatMap((line) => line.split(" ")) as [Word<Line>, ...Word<Line>[]];
