// Reads a rules file.
import { readFileSync } from "node:fs";
import { parseRules } from "./parser.ts";
import { RulesSyntaxError } from "./scanner.ts";
import type { RulesFile } from "./syntax-tree.ts";

/** An invalid rules file. The message names the file and the line. */
export class RulesFileError extends Error {
  override readonly name = "RulesFileError";
}

/** Throws `RulesFileError` for a syntax error, and the system's error for a file that cannot be read. */
export function readRulesFile(path: string): RulesFile {
  const source = readFileSync(path, "utf8");
  try {
    return parseRules(source, "cloud.firestore");
  } catch (error) {
    if (!(error instanceof RulesSyntaxError)) throw error;
    throw new RulesFileError(`${path}, line ${error.line}: ${error.problem}`);
  }
}
