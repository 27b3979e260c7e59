// Puts the versions of the programs into a bundle, made of their sources as they are when it is built: a deployed function has no sources
// to read.
import { join } from "node:path";
import type { Plugin } from "esbuild";
import { PROGRAM_ENTRIES, type Program, programVersion } from "../../../lib/models/program-versions.ts";
import { ROOT } from "./layout.ts";

const MODULE = join(ROOT, "lib/models/program-versions.ts");

export const builtVersions: Plugin = {
  name: "built-versions",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]program-versions\.ts$/ }, ({ path }) => {
      if (path !== MODULE) return undefined;
      const names = Object.keys(PROGRAM_ENTRIES) as Program[];
      const versions = Object.fromEntries(names.map((name) => [name, programVersion(name)]));
      const contents = `const versions = ${JSON.stringify(versions)};
export const programVersion = (program) => versions[program];
export const programId = (program) => \`\${program}@\${versions[program]}\`;
`;
      return { contents, loader: "js" };
    });
  },
};
