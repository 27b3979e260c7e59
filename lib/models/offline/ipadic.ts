// The dictionary IPADIC in WebAssembly, unpacked without holes in its memory.
import * as lindera from "lindera-wasm-nodejs-ipadic";

declare module "lindera-wasm-nodejs-ipadic" {
  /** The instance. The package exports it, but its types omit it. Sizes and alignments are in bytes. */
  export const __wasm: {
    memory: { buffer: ArrayBuffer };
    __wbindgen_malloc(size: number, alignment: number): number;
    __wbindgen_free(pointer: number, size: number, alignment: number): void;
  };
}

/**
 * Free memory that is reserved before unpacking, in bytes. A table grows by doubling: in place if there is room after it, otherwise by a
 * copy, whose old place stays a hole (34 MB of 100), because a WebAssembly memory never shrinks. The tables take 53 MB. Memory that is
 * never written takes no physical memory.
 */
const ROOM = 96 * 2 ** 20;

/**
 * Returns a tokenizer that uses the package's names for morphemes. Takes about 0.3 s of CPU time and 105 MB, so it is called once per
 * process.
 */
export function ipadic(): lindera.Tokenizer {
  const { __wasm: wasm } = lindera;
  wasm.__wbindgen_free(wasm.__wbindgen_malloc(ROOM, 1), ROOM, 1);
  const builder = new lindera.TokenizerBuilder();
  builder.setDictionary("embedded://ipadic");
  builder.setMode("normal");
  return builder.build();
}
