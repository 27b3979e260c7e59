// Which rules hold in which project: those that the emulator started with, until a project is given others.
import { parseRules } from "../rules/parser.ts";
import type { RulesFile } from "../rules/syntax-tree.ts";

export interface RulesBook {
  /** Null where clients of the web may do everything. */
  of(projectId: string): RulesFile | null;
  /** Takes other rules for a project, until the emulator ends. Throws `RulesSyntaxError`, and then keeps those before. */
  put(projectId: string, source: string): void;
}

export function rulesBook(atStart: RulesFile | null): RulesBook {
  const given = new Map<string, RulesFile>();
  return {
    of: (projectId) => given.get(projectId) ?? atStart,
    put(projectId, source) {
      given.set(projectId, parseRules(source, "cloud.firestore"));
    },
  };
}
