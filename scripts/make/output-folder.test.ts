import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InputError } from "../command/command.ts";
import {
  claimFolder,
  FolderUnwritableError,
  folderName,
  writeStreamed,
  writeWhole,
} from "./output-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mekuri-out-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the output folder", () => {
  it("accepts a folder that is missing or empty", () => {
    expect(() => claimFolder(folder, undefined)).not.toThrow();
    expect(() => claimFolder(join(folder, "new"), undefined)).not.toThrow();
    expect(existsSync(join(folder, "new"))).toBe(false);
  });

  it("refuses a folder with other content, and leaves it alone", () => {
    writeFileSync(join(folder, "thesis.txt"), "mine");
    expect(() => claimFolder(folder, "s1")).toThrow(InputError);
    expect(() => claimFolder(folder, "s1")).toThrow(/contains other files; name another folder/);
    expect(readFileSync(join(folder, "thesis.txt"), "utf8")).toBe("mine");
  });

  it("refuses a file, and the book of another session", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() => claimFolder(join(folder, "file"), "s1")).toThrow(InputError);
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "session.json"), JSON.stringify({ sessionId: "s2", status: "completed" }));
    expect(() => claimFolder(other, "s1")).toThrow(InputError);
    expect(() => claimFolder(other, undefined)).toThrow(InputError);
  });

  it("accepts the folder of the same session again", () => {
    writeFileSync(join(folder, "session.json"), JSON.stringify({ sessionId: "s1", status: "completed" }));
    expect(() => claimFolder(folder, "s1")).not.toThrow();
  });

  it("accepts a folder in which a session left only the reason of its failure", () => {
    writeFileSync(join(folder, "session.json"), JSON.stringify({ sessionId: "s2", status: "failed" }));
    expect(() => claimFolder(folder, undefined)).not.toThrow();
  });

  it("refuses a folder without write permission before a book is made", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() => claimFolder(join(folder, "file", "below"), undefined)).toThrow(/below cannot be written/);
    expect(() => claimFolder("/proc/self/no/such", undefined)).toThrow(InputError);
  });

  it("does not accept a broken session.json as its own", () => {
    writeFileSync(join(folder, "session.json"), "{");
    expect(() => claimFolder(folder, "s1")).toThrow(InputError);
  });
});

describe("a title as a folder's name", () => {
  it.each([
    ["傘と猫", "傘と猫"],
    ["../../etc/passwd", "etc passwd"],
    ['What: "a" <title>?', "What a title"],
    ["...", "book"],
    ["  \u0000\n ", "book"],
    ["a".repeat(300), "a".repeat(80)],
  ])("%j becomes %j", (title, name) => {
    expect(folderName(title)).toBe(name);
  });
});

describe("writing a file", () => {
  it("creates its folders, and leaves no temporary file", () => {
    writeWhole(join(folder, "a", "b.txt"), "text");
    expect(readFileSync(join(folder, "a", "b.txt"), "utf8")).toBe("text");
    expect(existsSync(join(folder, "a", "b.txt.part"))).toBe(false);
  });

  it("leaves no file if its content ends early", async () => {
    const broken = async function* () {
      yield Buffer.from("half");
      throw new Error("store down");
    };
    const path = join(folder, "book.pdf");
    await expect(writeStreamed(path, broken())).rejects.toThrow("store down");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("keeps the existing file, and names the one that could not be written", async () => {
    const path = join(folder, "book.pdf");
    writeWhole(path, "the last one");
    // A folder at the path of the temporary file.
    mkdirSync(`${path}.part`);
    const whole = async function* () {
      yield Buffer.from("the next one");
    };
    await expect(writeStreamed(path, whole())).rejects.toThrow(FolderUnwritableError);
    expect(() => writeWhole(path, "the next one")).toThrow(/book\.pdf cannot be written \(EISDIR\)/);
    expect(readFileSync(path, "utf8")).toBe("the last one");
  });
});
