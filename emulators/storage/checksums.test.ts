// CRC-32C against the vectors of RFC 3720, B.4, and incrementally against the whole.
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32c, digestOf } from "./checksums.ts";

test.each([
  ["nothing", Buffer.alloc(0), 0],
  ["123456789", Buffer.from("123456789"), 0xe3069283],
  ["32 zeros", Buffer.alloc(32), 0x8a9136aa],
  ["32 ones", Buffer.alloc(32, 0xff), 0x62a8ab43],
  ["0 to 31", Buffer.from(Array.from({ length: 32 }, (_, at) => at)), 0x46dd794e],
])("the CRC of %s is the published one", (_, bytes, expected) => {
  expect(crc32c(bytes)).toBe(expected);
});

test("the CRC does not depend on how the bytes are chunked", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (array, cut) => {
      const bytes = Buffer.from(array);
      return crc32c(bytes.subarray(cut), crc32c(bytes.subarray(0, cut))) === crc32c(bytes);
    }),
  );
});

test("a digest has the JSON API's form", () => {
  expect(digestOf(Buffer.from("123456789"))).toMatchObject({
    crc32c: "4waSgw==",
    md5: "JfnnlDI7RTiF9RgfG2JNCw==",
    size: 9,
  });
});
