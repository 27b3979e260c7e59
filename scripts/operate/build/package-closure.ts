// The packages that a bundle's own packages need in turn, as the lockfile has them, for the machines that functions run on.
import type { Lock } from "./packages.ts";

/** Where functions run. */
const TARGET = { os: "linux", cpu: "x64", libc: "glibc" } as const;

/**
 * Folders below the repository, such as `node_modules/sharp`, sorted. Throws for a package that the lockfile lacks. What is
 * optional and not for the target's machine is left out.
 */
export function packageClosure({ packages }: Lock, names: readonly string[]): string[] {
  const found = new Set<string>();
  const add = (name: string, from: string, isOptional: boolean): void => {
    const folder = resolve(name, from);
    if (folder === undefined) {
      if (isOptional) return;
      throw new Error(`package-lock.json has no ${name}, which ${from || "a bundle"} needs`);
    }
    if (found.has(folder) || !isForTarget(packages[folder] ?? {})) return;
    found.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = packages[folder] ?? {};
    for (const next of Object.keys(dependencies)) add(next, folder, false);
    for (const next of Object.keys(optionalDependencies)) add(next, folder, true);
  };
  /** As Node looks for it: beside whoever needs it, then further out. */
  const resolve = (name: string, from: string): string | undefined => {
    for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
      const folder = at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`;
      if (packages[folder] !== undefined) return folder;
      if (at === "") return undefined;
    }
  };
  for (const name of names) add(name, "", false);
  return [...found].toSorted();
}

function isForTarget({ os, cpu, libc }: Lock["packages"][string]): boolean {
  return (
    (os === undefined || os.includes(TARGET.os)) &&
    (cpu === undefined || cpu.includes(TARGET.cpu)) &&
    (libc === undefined || libc.includes(TARGET.libc))
  );
}
