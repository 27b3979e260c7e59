// `npm run prove -- scale`: cost and load of books, from 1 to 1,000,000 a day, and how long they take under quotas, by the pipeline's own
// runner on a virtual clock. `--save` writes the tables into docs/operate/scale.md.
import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { newCommand, runs } from "../command/command.ts";
import { runConcurrentBooks } from "./scale/concurrent-books.ts";
import * as tables from "./scale/tables.ts";

const DOCUMENT = new URL("../../docs/operate/scale.md", import.meta.url);

async function made(): Promise<Record<string, string>> {
  const book = tables.perBook(await runConcurrentBooks({ books: 1, everyMs: 0 }));
  const quota: string[] = [];
  for (const wanted of tables.QUOTA_ROWS) quota.push(await tables.quotaRow(wanted));
  const push: string[] = [];
  for (const wanted of tables.PUSH_ROWS) push.push(await tables.pushRow(wanted));
  return {
    book: tables.bookTable(book),
    days: tables.dayTable(book),
    quota: [tables.QUOTA_HEAD, ...quota].join("\n"),
    push: [tables.PUSH_HEAD, ...push].join("\n"),
  };
}

function withTables(document: string, all: Record<string, string>): string {
  return Object.entries(all).reduce((text, [name, table]) => {
    const [open, close] = [
      `<!-- ${name}: written by \`npm run prove -- scale --save\` -->`,
      `<!-- /${name} -->`,
    ];
    const [before, rest] = text.split(open);
    const after = rest?.split(close)[1];
    if (after === undefined) throw new Error(`docs/operate/scale.md has no markers for the table ${name}`);
    return `${before}${open}\n\n${table}\n\n${close}${after}`;
  }, document);
}

export function scale(): Command {
  const command = newCommand("scale", "cost and load of books, from 1 to 1,000,000 a day").option(
    "--save",
    "write the tables into docs/operate/scale.md",
    false,
  );
  return runs<{ save: boolean }>(command, async ({ save }) => {
    const all = await made();
    if (save) writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, "utf8"), all));
    process.stdout.write(`${Object.values(all).join("\n\n")}\n`);
  });
}
