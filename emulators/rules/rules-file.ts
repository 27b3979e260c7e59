// Reads Firestore's rules from their file.
import { readFileSync } from "node:fs";
import { parseRules } from "./parser.ts";
import { RulesSyntaxError } from "./scanner.ts";
import type { RulesFile } from "./syntax-tree.ts";

/** The rules cannot be used; the message says which file, and where. */
export class RulesFileError extends Error {
  override readonly name = "RulesFileError";
}

/** Throws `RulesFileError` for what cannot be understood, and the system's error for what cannot be read. */
export function readRulesFile(path: string): RulesFile {
  const source = readFileSync(path, "utf8");
  try {
    return parseRules(source, "cloud.firestore");
  } catch (error) {
    if (!(error instanceof RulesSyntaxError)) throw error;
    throw new RulesFileError(`${path}, line ${error.line}: ${error.problem}`);
  }
}
