// Puts the programs' versions, derived from their sources, into a bundle, because a deployed function has no sources to derive them from.
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
