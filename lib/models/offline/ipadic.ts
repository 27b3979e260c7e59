// The dictionary IPADIC in WebAssembly, unpacked without holes.
import * as lindera from "lindera-wasm-nodejs-ipadic";

declare module "lindera-wasm-nodejs-ipadic" {
  /** The instance, which the package exports and its types leave out. Sizes and alignments are in bytes. */
  export const __wasm: {
    memory: { buffer: ArrayBuffer };
    __wbindgen_malloc(size: number, alignment: number): number;
    __wbindgen_free(pointer: number, size: number, alignment: number): void;
  };
}

/**
 * Free memory behind what is unpacked, in bytes. A table grows by doubling: in place where there is room behind it, else into a copy whose
 * old places stay empty (34 MB of 100), for a WebAssembly memory gives nothing back. The tables take 53 MB; what is never written takes
 * no memory of the machine.
 */
const ROOM = 96 * 2 ** 20;

/** Gives a text's morphemes as the package names them. Takes about 0.3 s of CPU time and 105 MB: to be called once a process. */
export function ipadic(): lindera.Tokenizer {
  const { __wasm: wasm } = lindera;
  wasm.__wbindgen_free(wasm.__wbindgen_malloc(ROOM, 1), ROOM, 1);
  const builder = new lindera.TokenizerBuilder();
  builder.setDictionary("embedded://ipadic");
  builder.setMode("normal");
  return builder.build();
}
