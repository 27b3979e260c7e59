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
  it("takes a folder that is missing or empty", () => {
    expect(() => claimFolder(folder, undefined)).not.toThrow();
    expect(() => claimFolder(join(folder, "new"), undefined)).not.toThrow();
    expect(existsSync(join(folder, "new"))).toBe(false);
  });

  it("refuses a folder that holds something else, and leaves it alone", () => {
    writeFileSync(join(folder, "thesis.txt"), "mine");
    expect(() => claimFolder(folder, "s1")).toThrow(InputError);
    expect(() => claimFolder(folder, "s1")).toThrow(/holds something else; name another folder/);
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

  it("takes the folder of the same session again", () => {
    writeFileSync(join(folder, "session.json"), JSON.stringify({ sessionId: "s1", status: "completed" }));
    expect(() => claimFolder(folder, "s1")).not.toThrow();
  });

  it("takes a folder in which a session left only the reason why it failed", () => {
    writeFileSync(join(folder, "session.json"), JSON.stringify({ sessionId: "s2", status: "failed" }));
    expect(() => claimFolder(folder, undefined)).not.toThrow();
  });

  it("refuses a place where nobody can write, before a book is made for it", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() => claimFolder(join(folder, "file", "below"), undefined)).toThrow(/below cannot be written/);
    expect(() => claimFolder("/proc/self/no/such", undefined)).toThrow(InputError);
  });

  it("does not take a broken session.json for its own", () => {
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
  it("makes its folders and leaves no part behind", () => {
    writeWhole(join(folder, "a", "b.txt"), "text");
    expect(readFileSync(join(folder, "a", "b.txt"), "utf8")).toBe("text");
    expect(existsSync(join(folder, "a", "b.txt.part"))).toBe(false);
  });

  it("leaves nothing under its name when its content ends early", async () => {
    const broken = async function* () {
      yield Buffer.from("half");
      throw new Error("store down");
    };
    const path = join(folder, "book.pdf");
    await expect(writeStreamed(path, broken())).rejects.toThrow("store down");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("keeps the file that was there, and says which could not be written", async () => {
    const path = join(folder, "book.pdf");
    writeWhole(path, "the last one");
    // A folder stands where the part would be written.
    mkdirSync(`${path}.part`);
    const whole = async function* () {
      yield Buffer.from("the next one");
    };
    await expect(writeStreamed(path, whole())).rejects.toThrow(FolderUnwritableError);
    expect(() => writeWhole(path, "the next one")).toThrow(/book\.pdf cannot be written \(EISDIR\)/);
    expect(readFileSync(path, "utf8")).toBe("the last one");
  });
});
