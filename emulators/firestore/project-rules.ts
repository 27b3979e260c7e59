// The security rules of each project: those that the emulator started with, unless a project's rules were replaced.
import { parseRules } from "../rules/parser.ts";
import type { RulesFile } from "../rules/syntax-tree.ts";

export interface ProjectRules {
  /** Null: web clients may do everything. */
  of(projectId: string): RulesFile | null;
  /** Replaces the rules of a project until the emulator ends. Throws `RulesSyntaxError`, and then keeps the previous rules. */
  put(projectId: string, source: string): void;
}

export function projectRules(atStart: RulesFile | null): ProjectRules {
  const given = new Map<string, RulesFile>();
  return {
    of: (projectId) => given.get(projectId) ?? atStart,
    put(projectId, source) {
      given.set(projectId, parseRules(source, "cloud.firestore"));
    },
  };
}
