// Programs of the machine that a bench measures beside ours, and what to install for them.
import { spawnSync } from "node:child_process";

export interface Need {
  programs: readonly string[];
  install: string;
}

export const REDIS: Need = { programs: ["redis-server"], install: "apt-get install redis-server" };

export const POSTGRES: Need = {
  programs: ["initdb", "postgres", "psql"],
  install: "apt-get install postgresql, and put its bin folder on the PATH",
};

export const isInstalled = (program: string): boolean => spawnSync("which", [program]).status === 0;
