// `npm run prove -- fair-books`: one owner's thousand panels in a model's rate-limit window, and another's one-page book, at each limit.
// Exit status 1 if the book takes more than twice its time alone. `--save` writes the table into docs/proof/bench.md.
import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { EXIT, newCommand, runs, UsageError, wholeNumber } from "../command/command.ts";
import { MOST_TIMES, timesAlone } from "./scale/fair-books.ts";

const DOCUMENT = new URL("../../docs/proof/bench.md", import.meta.url);
const TABLE =
  /(<!-- fair-books: written by `npm run prove -- fair-books --save` -->\n).*(<!-- \/fair-books -->)/s;
const HEAD = `| pictures a minute | the book alone, s | beside a thousand panels, × | must be | holds |
| --- | --- | --- | --- | --- |`;

/** Pictures a minute: every limit at which a slot more or less matters, then coarser. */
const RATES = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 25, 30, 40, 50, 60];

interface Options {
  rate?: number;
  seeds: number;
  save: boolean;
}

export function fairBooks(): Command {
  const command = newCommand("fair-books", "a one-page book beside another owner's thousand panels")
    .option("--rate <n>", "pictures a minute (default: 4 to 60)", wholeNumber("--rate", 1))
    .option("--seeds <n>", "how many starts of the book at each rate", wholeNumber("--seeds", 1), 5)
    .option("--save", "write the table into docs/proof/bench.md", false);
  return runs<Options>(command, async ({ rate, seeds, save }) => {
    if (save && rate !== undefined) throw new UsageError("--save needs all rates.");
    process.stdout.write(`${HEAD}\n`);
    const rows: string[] = [];
    let holds = true;
    for (const picturesPerMinute of rate === undefined ? RATES : [rate]) {
      const { aloneMs, times } = await timesAlone({ picturesPerMinute, seeds });
      const most = Math.max(...times);
      const shown = [Math.min(...times), most].map((one) => one.toFixed(2)).join(" to ");
      const isHeld = most <= MOST_TIMES;
      rows.push(
        `| ${picturesPerMinute} | ${(aloneMs / 1_000).toFixed(1)} | ${shown} | at most ${MOST_TIMES} | ${isHeld ? "yes" : "no"} |`,
      );
      process.stdout.write(`${rows.at(-1)}\n`);
      holds &&= isHeld;
    }
    if (save) {
      const table = [HEAD, ...rows].join("\n");
      const page = readFileSync(DOCUMENT, "utf8");
      writeFileSync(
        DOCUMENT,
        page.replace(TABLE, (_all, open, close) => `${open}\n${table}\n\n${close}`),
      );
    }
    return holds ? EXIT.done : EXIT.failed;
  });
}
