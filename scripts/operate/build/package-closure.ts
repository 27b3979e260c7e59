// Transitive dependencies of a bundle's packages, from the lockfile, for the functions' platform.
import type { Lock } from "./packages.ts";

/** Platform of the functions. */
const TARGET = { os: "linux", cpu: "x64", libc: "glibc" } as const;

/**
 * Folders relative to the repository, such as `node_modules/sharp`, sorted. Throws for a package missing in the lockfile. Optional packages
 * for other platforms are omitted.
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
  /** Node's resolution: next to the dependent package, then in parent folders. */
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
