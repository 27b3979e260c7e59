import fc from "fast-check";
import { expect, test } from "vitest";
import { packChannel } from "./psd-channels.ts";

/** Unpacks PackBits as readers do: a count below 128 is followed by count + 1 literal bytes, a count above it by one byte to repeat. */
function unpacked(packed: Uint8Array, height: number): { rows: Uint8Array[]; rest: number } {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  let at = 2 * height;
  const rows = Array.from({ length: height }, (_, y) => {
    const row: number[] = [];
    const end = at + view.getUint16(2 * y);
    while (at < end) {
      const count = view.getUint8(at++);
      if (count < 128) for (let i = 0; i <= count; i++) row.push(view.getUint8(at++));
      else {
        for (let i = 0; i < 257 - count; i++) row.push(view.getUint8(at));
        at++;
      }
    }
    return Uint8Array.from(row);
  });
  return { rows, rest: packed.length - at };
}

/** Rows of runs and of single bytes, as in drawings. */
const ROW = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 300 })), {
    minLength: 1,
    maxLength: 20,
  })
  .map((runs) =>
    runs.flatMap(([value, length]) =>
      Array<number>(length % 7 === 0 ? length : (length % 4) + 1).fill(value),
    ),
  );

test("a packed channel unpacks to its rows without remaining bytes", () => {
  fc.assert(
    fc.property(ROW, fc.integer({ min: 1, max: 4 }), (row, height) => {
      const channel = Uint8Array.from({ length: row.length * height }, (_, i) => row[i % row.length] ?? 0);
      const { rows, rest } = unpacked(packChannel(channel, { width: row.length, height }), height);
      expect(rest).toBe(0);
      for (const packed of rows) expect([...packed]).toEqual(row);
    }),
  );
});

test("a channel of one value is packed like the same values as pixels", () => {
  const size = { width: 300, height: 5 };
  const bytes = new Uint8Array(size.width * size.height).fill(7);
  expect([...packChannel(7, size)]).toEqual([...packChannel(bytes, size)]);
});
