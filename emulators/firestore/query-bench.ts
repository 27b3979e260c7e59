// For property tests: whether the service accepts a query with given random filters.
import { FirestoreError } from "./errors.ts";
import type { Filter } from "./filters.ts";
import { compileQuery } from "./query.ts";

export function isWithinLimits(where: Filter): boolean {
  try {
    compileQuery("projects/p/databases/d/documents", { where });
    return true;
  } catch (error) {
    if (error instanceof FirestoreError) return false;
    throw error;
  }
}
