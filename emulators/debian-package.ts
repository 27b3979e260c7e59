// Programs of Debian's that tests drive: installed where the machine lacks them.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The program's path. Several test files may want it at once: the later ones wait for the lock, and then find it installed. Throws when it
 * is not there and cannot be installed.
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
