// Debian programs that tests use. A program that is missing is installed.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Returns the program's path. Test files that ask at the same time wait for one lock, so the program is installed once. Throws if the
 * program is missing and cannot be installed.
 */
export async function debianProgram(program: string, fromPackage: string): Promise<string> {
  const path = `/usr/bin/${program}`;
  if (existsSync(path)) return path;
  const wait = ["-o", "DPkg::Lock::Timeout=300"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", [...wait, "update"], { env });
  await run("apt-get", [...wait, "install", "-y", fromPackage], { env, maxBuffer: 64 * 1024 * 1024 });
  return path;
}
