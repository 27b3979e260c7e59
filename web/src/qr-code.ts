// QR codes of ISO/IEC 18004 in byte mode, error correction M, versions 1 to 10: enough for the 213 bytes of the address of an authenticator
// app. Loaded with the screen that shows one. Pure.

/** By version: error correction bytes of a block, and the data bytes of its blocks. Table 9 of the standard, level M. */
const BLOCKS: readonly (readonly [correction: number, ...data: number[]])[] = [
  [10, 16],
  [16, 28],
  [26, 44],
  [18, 32, 32],
  [24, 43, 43],
  [16, 27, 27, 27, 27],
  [18, 31, 31, 31, 31],
  [22, 38, 38, 39, 39],
  [22, 36, 36, 36, 37, 37],
  [26, 43, 43, 43, 43, 44],
];

/** Positions of the alignment patterns' centres. Annex E. */
const ALIGNED = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

/** The modules by row; true is dark. Without the quiet zone of four modules. Throws `RangeError` for a text that is too long. */
export function qrCode(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  const version = BLOCKS.findIndex(([, ...data], index) => roomOf(data, index + 1) >= bytes.length) + 1;
  const blocks = BLOCKS[version - 1];
  if (blocks === undefined) throw new RangeError(`${bytes.length} bytes are too many for a code`);
  const plain = emptyCode(version);
  const bits = [...interleaved(bytes, blocks, version)].flatMap((byte) => bitsOf(byte, 8));
  const cells = placesIn(plain);
  const masked = MASKS.map((isFlipped, mask) => {
    const modules = plain.map((row) => row.map((module) => module === true));
    cells.forEach(([y, x], index) => {
      setIn(modules, y, x, (bits[index] === 1) !== isFlipped(y, x));
    });
    writeFormat(modules, mask);
    return modules;
  });
  return masked.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const countBits = (version: number) => (version < 10 ? 8 : 16);
/** Bytes of text. */
const roomOf = (data: readonly number[], version: number) =>
  Math.floor((sum(data) * 8 - 4 - countBits(version)) / 8);
const bitsOf = (value: number, count: number) =>
  Array.from({ length: count }, (_, index) => (value >> (count - 1 - index)) & 1);

/** The bytes in their order in the code: the blocks' data byte by byte, then their corrections. */
function interleaved(text: Uint8Array, [correction, ...data]: readonly number[], version: number): number[] {
  const total = sum(data);
  const bits = [
    ...bitsOf(4, 4),
    ...bitsOf(text.length, countBits(version)),
    ...[...text].flatMap((byte) => bitsOf(byte, 8)),
  ];
  const ended = [...bits, ...Array<number>(Math.min(4, total * 8 - bits.length)).fill(0)];
  const bytes: number[] = [];
  for (let at = 0; at < ended.length; at += 8) {
    bytes.push(
      Number.parseInt(
        ended
          .slice(at, at + 8)
          .join("")
          .padEnd(8, "0"),
        2,
      ),
    );
  }
  for (let pad = 0xec; bytes.length < total; pad ^= 0xec ^ 0x11) bytes.push(pad);
  const blocks = data.map((length, index) => {
    const from = sum(data.slice(0, index));
    return bytes.slice(from, from + length);
  });
  const corrections = blocks.map((block) => remainder(block, correction ?? 0));
  return [...byTurns(blocks), ...byTurns(corrections)];
}

const byTurns = (blocks: readonly number[][]) =>
  Array.from({ length: Math.max(...blocks.map(({ length }) => length)) }, (_, at) =>
    blocks.flatMap((block) => block[at] ?? []),
  ).flat();

/** Product in the field of 256 elements with the polynomial x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product >> 7 === 1 ? 0x11d : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** The Reed-Solomon correction of a block. */
function remainder(block: readonly number[], length: number): number[] {
  let generator = [1];
  for (let power = 0, root = 1; power < length; power += 1, root = times(root, 2)) {
    const shifted = [...generator, 0];
    generator = shifted.map((value, at) => value ^ (at === 0 ? 0 : times(generator[at - 1] ?? 0, root)));
  }
  let rest = Array<number>(length).fill(0);
  for (const byte of block) {
    const factor = byte ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((value, at) => value ^ times(generator[at + 1] ?? 0, factor));
  }
  return rest;
}

type Modules = boolean[][];

function setIn<T>(rows: T[][], y: number, x: number, value: T): void {
  const row = rows[y];
  if (row !== undefined && x >= 0 && x < row.length) row[x] = value;
}

/** The patterns that every code of a version has; undefined where data goes. Places of the format are false. */
function emptyCode(version: number): (boolean | undefined)[][] {
  const size = 17 + 4 * version;
  const rows = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
  for (let at = 0; at < size; at += 1) {
    setIn(rows, 6, at, at % 2 === 0);
    setIn(rows, at, 6, at % 2 === 0);
  }
  const rings = (y: number, x: number, radius: number, isDark: (ring: number) => boolean) => {
    for (let dy = -radius; dy <= radius; dy += 1) {
      for (let dx = -radius; dx <= radius; dx += 1) {
        setIn(rows, y + dy, x + dx, isDark(Math.max(Math.abs(dy), Math.abs(dx))));
      }
    }
  };
  const places = ALIGNED[version - 1] ?? [];
  const last = places.at(-1);
  for (const y of places) {
    for (const x of places) {
      const isFinder = (y === 6 && (x === 6 || x === last)) || (y === last && x === 6);
      if (!isFinder) rings(y, x, 2, (ring) => ring !== 1);
    }
  }
  for (const [y, x] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    rings(y, x, 4, (ring) => ring !== 2 && ring !== 4);
  for (const [y, x] of formatPlaces(size).flat()) setIn(rows, y, x, false);
  setIn(rows, size - 8, 8, true);
  if (version >= 7) {
    const bits = withCheck(version, 12, 0x1f25);
    for (let at = 0; at < 18; at += 1) {
      const [a, b] = [Math.floor(at / 3), (at % 3) + size - 11];
      setIn(rows, a, b, ((bits >> at) & 1) === 1);
      setIn(rows, b, a, ((bits >> at) & 1) === 1);
    }
  }
  return rows;
}

/** A number with the check bits of a BCH code. */
function withCheck(value: number, bits: number, divisor: number): number {
  let rest = value;
  for (let at = 0; at < bits; at += 1) rest = (rest << 1) ^ ((rest >> (bits - 1)) & 1 ? divisor : 0);
  return (value << bits) | rest;
}

/** Both copies of the format's 15 bits, the lowest first. */
function formatPlaces(size: number): (readonly [y: number, x: number])[][] {
  const first = Array.from({ length: 15 }, (_, at) => {
    if (at < 8) return [at < 6 ? at : at + 1, 8] as const;
    return [8, at === 8 ? 7 : 14 - at] as const;
  });
  const second = Array.from({ length: 15 }, (_, at) =>
    at < 8 ? ([8, size - 1 - at] as const) : ([size - 15 + at, 8] as const),
  );
  return [first, second];
}

function writeFormat(modules: Modules, mask: number): void {
  // Level M is 0 in the format's two bits for it.
  const bits = withCheck(mask, 10, 0x537) ^ 0x5412;
  for (const places of formatPlaces(modules.length)) {
    places.forEach(([y, x], at) => {
      setIn(modules, y, x, ((bits >> at) & 1) === 1);
    });
  }
}

/** The places of data, in their order: in columns of two from the right, up and down by turns. */
function placesIn(plain: readonly (readonly (boolean | undefined)[])[]): [y: number, x: number][] {
  const size = plain.length;
  const places: [number, number][] = [];
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const y = isUp ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (plain[y]?.[x] === undefined) places.push([y, x]);
    }
    isUp = !isUp;
  }
  return places;
}

const MASKS: readonly ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

/** How hard a code is to read. Section 7.8.3. */
function penalty(modules: Modules): number {
  const rows = modules.map((row) => row.map((module) => (module ? "1" : "0")).join(""));
  const columns = rows.map((_, x) => rows.map((row) => row[x]).join(""));
  let points = 0;
  for (const line of [...rows, ...columns]) {
    for (const { length } of line.match(/1{5,}|0{5,}/g) ?? []) points += length - 2;
    points += 40 * (line.match(/(?=10111010000|00001011101)/g) ?? []).length;
  }
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x + 1 < row.length; x += 1) {
      const square = `${row.slice(x, x + 2)}${rows[y + 1]?.slice(x, x + 2) ?? ""}`;
      if (square === "1111" || square === "0000") points += 3;
    }
  }
  const dark = rows.join("").replaceAll("0", "").length / rows.length ** 2;
  return points + 10 * Math.floor(Math.abs(dark - 0.5) * 20);
}
