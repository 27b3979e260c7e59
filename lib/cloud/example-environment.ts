// The text of `.env.example`, which `npx vitest run lib/cloud/config.test.ts -u` writes.
import * as z from "zod";
import { GROUPS } from "./settings-table.ts";

/** `.env.example`: every setting with its meaning and its default. */
export function exampleEnvironment(): string {
  const lines = [
    "# The settings of Mekuri with their defaults. Copy this file to .env and remove the # of each setting that you change.",
    "# `npm start` and `npm run manga` read .env; functions in the cloud use the same variables.",
  ];
  for (const [heading, group] of Object.entries(GROUPS)) {
    lines.push("", `## ${heading}`);
    for (const [name, make] of Object.entries<() => z.ZodType>(group)) {
      const schema = make();
      const standard = z.safeParse(schema, undefined).data;
      lines.push("", `# ${schema.description}`, `#${name}=${standard ?? ""}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
