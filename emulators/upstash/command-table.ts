// Redis's command table (`COMMAND`): number of arguments, whether a command writes, and the positions of its keys.
import * as z from "zod";
import { type Command, RedisError } from "./redis-backend.ts";

const TableSchema = z.array(
  z
    .tuple([z.string(), z.number(), z.array(z.string()), z.number(), z.number(), z.number()])
    .rest(z.unknown()),
);

export interface CommandTable {
  /** Throws Redis's error for an unknown command or a wrong number of arguments. */
  check(command: Command): void;
  /** The keys of a command. "all" if it scans keys or if the table does not give their positions. */
  keys(command: Command): string[] | "all";
  /** The keys that a command may change. */
  writtenKeys(command: Command): string[];
}

export function commandTable(raw: unknown): CommandTable {
  const entries = new Map(TableSchema.parse(raw).map((entry) => [entry[0].toLowerCase(), entry]));

  function namedKeys([name, ...args]: Command): string[] {
    if (/^eval(sha)?$/i.test(name)) return args.slice(2, 2 + Number(args[1]));
    const [, , , first = 0, last = 0, step = 1] = entries.get(name.toLowerCase()) ?? [];
    if (first === 0) return [];
    const end = last < 0 ? args.length + 1 + last : last;
    return args.filter((_, at) => at + 1 >= first && at + 1 <= end && (at + 1 - first) % step === 0);
  }

  return {
    check([name, ...args]) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) {
        const shown = args.map((arg) => `'${arg}'`).join(" ");
        throw new RedisError(
          `ERR unknown command '${name}', with args beginning with: ${shown}`.slice(0, 200),
        );
      }
      const [, arity] = entry;
      const words = args.length + 1;
      if (arity > 0 ? words !== arity : words < -arity) {
        throw new RedisError(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
      }
    },
    keys(command) {
      const name = command[0].toLowerCase();
      const [, , flags = [], first = 0] = entries.get(name) ?? [];
      const looksAround = first === 0 && flags.some((flag) => flag === "readonly" || flag === "write");
      const isScript = name.startsWith("eval");
      return !isScript && (looksAround || flags.includes("movablekeys")) ? "all" : namedKeys(command);
    },
    writtenKeys(command) {
      const isScript = /^eval(sha)?$/i.test(command[0]);
      const writes = entries.get(command[0].toLowerCase())?.[2].includes("write") ?? false;
      return isScript || writes ? namedKeys(command) : [];
    },
  };
}
