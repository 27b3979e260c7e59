// Decodes a text recognizer's output for one line: the likeliest letter of each column, without repetitions. Pure. Source: greedy decoding
// of connectionist temporal classification (CTC), as PaddleOCR's `CTCLabelDecode`.

export interface Line {
  text: string;
  /** Mean probability of its letters, 0 to 1; 0 without letters. */
  certainty: number;
}

/** `alphabet`: the letter of each class after the first, which is the blank. */
export function readLine(
  chances: Float32Array,
  { columns, classes, alphabet }: { columns: number; classes: number; alphabet: readonly string[] },
): Line {
  const letters: string[] = [];
  let [sum, before] = [0, 0];
  for (let column = 0; column < columns; column += 1) {
    const { at, chance } = likeliest(chances.subarray(column * classes, (column + 1) * classes));
    if (at !== 0 && at !== before) {
      letters.push(alphabet[at - 1] ?? "");
      sum += chance;
    }
    before = at;
  }
  return { text: letters.join(""), certainty: letters.length === 0 ? 0 : sum / letters.length };
}

function likeliest(chances: Float32Array): { at: number; chance: number } {
  let [at, chance] = [0, -1];
  for (const [index, one] of chances.entries()) if (one > chance) [at, chance] = [index, one];
  return { at, chance };
}
