// The repositories of Google's clients, each at a fixed commit. `node sources.ts` fetches them into `.local/upstream/`, which git ignores.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const REPOSITORIES = {
  "nodejs-firestore": ["googleapis/nodejs-firestore", "1068f5cb841ae22c333ecc5ba7b1ab9071d80037"],
  "nodejs-pubsub": ["googleapis/nodejs-pubsub", "9936e12e27fa776ec45a46f20528705f6e29949e"],
  "nodejs-storage": ["googleapis/nodejs-storage", "5aa34a447ff6821ec594fef9a7ff361afded669a"],
  "firebase-js-sdk": ["firebase/firebase-js-sdk", "6f865964baf5b4bd23b077fecec1028434a7387e"],
} as const;

export type Repository = keyof typeof REPOSITORIES;

export function sourceFolder(repository: Repository): string {
  return join(import.meta.dirname, "../../.local/upstream", repository);
}

if (import.meta.main) {
  for (const [repository, [name, commit]] of Object.entries(REPOSITORIES)) {
    const folder = sourceFolder(repository as Repository);
    if (existsSync(join(folder, "package.json"))) continue;
    mkdirSync(folder, { recursive: true });
    const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { stdio: "inherit" });
    git("init", "--quiet");
    git("fetch", "--quiet", "--depth", "1", `https://github.com/${name}`, commit);
    git("checkout", "--quiet", "FETCH_HEAD");
  }
}
