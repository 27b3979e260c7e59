import { expect, test } from "vitest";
import { typedCommands } from "./shell-lines.ts";

test.each([
  [
    "npm run manga -- a.txt  # makes a book",
    [{ settings: [], program: "npm", args: ["run", "manga", "--", "a.txt"] }],
  ],
  ["A=1 B=x=y npm test", [{ settings: ["A=1", "B=x=y"], program: "npm", args: ["test"] }]],
  [
    "cat s.txt | npm run manga -- - && echo done",
    [
      { settings: [], program: "cat", args: ["s.txt"] },
      { settings: [], program: "npm", args: ["run", "manga", "--", "-"] },
      { settings: [], program: "echo", args: ["done"] },
    ],
  ],
  ["npm start 2> log.txt", [{ settings: [], program: "npm", args: ["start"] }]],
  ["echo 'a | b' \"c # d\" > out.txt", [{ settings: [], program: "echo", args: ["a | b", "c # d"] }]],
  [
    "export A=$(pulumi -C infra stack output x)",
    [{ settings: [], program: "export", args: ["A=$(pulumi -C infra stack output x)"] }],
  ],
  [
    'accept p3/k2 --reason "it\'s two words"',
    [{ settings: [], program: "accept", args: ["p3/k2", "--reason", "it's two words"] }],
  ],
  ["# only a comment", []],
  ["a \\\n  b", [{ settings: [], program: "a", args: ["b"] }]],
])("%s", (line, commands) => {
  expect(typedCommands(line)).toEqual(commands);
});
