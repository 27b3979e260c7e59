// The syntax tree of a rules file. Every expression has its line, for errors.

export type BinaryOperator =
  | "||"
  | "&&"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "in"
  | "+"
  | "-"
  | "*"
  | "/"
  | "%";

export type Expression = { readonly line: number } & (
  | { readonly kind: "null" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "bytes"; readonly value: string }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [Expression, Expression])[] }
  /** Segments of a path are names or expressions in `$(…)`. */
  | { readonly kind: "path"; readonly segments: readonly (string | Expression)[] }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "member"; readonly object: Expression; readonly name: string }
  | { readonly kind: "index"; readonly object: Expression; readonly index: Expression }
  | {
      readonly kind: "range";
      readonly object: Expression;
      readonly from: Expression;
      readonly to: Expression;
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: "method";
      readonly object: Expression;
      readonly name: string;
      readonly args: readonly Expression[];
    }
  | { readonly kind: "not"; readonly operand: Expression }
  | { readonly kind: "negate"; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "is"; readonly operand: Expression; readonly type: TypeName }
  | {
      readonly kind: "ternary";
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
);

/** The types after `is`: https://firebase.google.com/docs/rules/rules-language */
export const TYPE_NAMES = [
  "bool",
  "bytes",
  "duration",
  "float",
  "int",
  "latlng",
  "list",
  "map",
  "map_diff",
  "null",
  "number",
  "path",
  "set",
  "string",
  "timestamp",
] as const;

export type TypeName = (typeof TYPE_NAMES)[number];

export interface FunctionDeclaration {
  readonly name: string;
  readonly line: number;
  readonly parameters: readonly string[];
  readonly bindings: readonly { readonly name: string; readonly value: Expression }[];
  readonly result: Expression;
}

export type Method = "get" | "list" | "create" | "update" | "delete";

export interface Allow {
  readonly line: number;
  readonly methods: ReadonlySet<Method>;
  /** Null for an `allow` without a condition, which always allows. */
  readonly condition: Expression | null;
}

export type PathPattern =
  | { readonly kind: "literal"; readonly name: string }
  | { readonly kind: "one"; readonly variable: string }
  /** `{x=**}`: any number of segments, including none. */
  | { readonly kind: "many"; readonly variable: string };

/** A `match` block. Its pattern is relative to the enclosing block. */
export interface MatchBlock {
  readonly line: number;
  readonly pattern: readonly PathPattern[];
  readonly functions: readonly FunctionDeclaration[];
  readonly allows: readonly Allow[];
  readonly matches: readonly MatchBlock[];
}

/** The block of `service cloud.firestore`, and the functions outside of it. */
export interface RulesFile {
  readonly outerFunctions: readonly FunctionDeclaration[];
  readonly functions: readonly FunctionDeclaration[];
  readonly matches: readonly MatchBlock[];
}
