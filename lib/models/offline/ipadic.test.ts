// Memory use of the unpacked dictionary.
import { __wasm } from "lindera-wasm-nodejs-ipadic";
import { expect, it } from "vitest";
import { ipadic } from "./ipadic.ts";

const PAGE = 4096;

/** Size of the pages of a memory that were ever written, in MB: the physical memory that it takes. */
function writtenMb(memory: ArrayBuffer): number {
  const words = new BigUint64Array(memory);
  const perPage = PAGE / BigUint64Array.BYTES_PER_ELEMENT;
  let pages = 0;
  for (let at = 0; at < words.length; at += perPage)
    if (words.subarray(at, at + perPage).some((word) => word !== 0n)) pages += 1;
  return (pages * PAGE) / 2 ** 20;
}

it("unpacks the dictionary without leaving holes where a table grew", () => {
  const words: { surface: string }[] = ipadic().tokenize("猫が鳴く。");
  expect(words.map(({ surface }) => surface)).toEqual(["猫", "が", "鳴く", "。"]);
  // The tables take 53 MB, and the data from which they are unpacked 13 MB.
  expect(writtenMb(__wasm.memory.buffer)).toBeLessThan(70);
});
