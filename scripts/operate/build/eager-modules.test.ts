import { expect, test } from "vitest";
import { withEagerModules } from "./eager-modules.ts";

const MODULES = `var require_said = __commonJS({
  "node_modules/said/index.js"(exports, module) {
    module.exports = class { tell() { return "said" } };
    for (;;) {
      break;
    }
  }
});
var told, init_told = __esm({
  "lib/told.ts"() {
    told = new (require_said())().tell();
  }
});
`;
const RUNTIME = `const first = (modules) => Object.values(modules)[0];
const __commonJS = (modules) => () => { const module = {}; first(modules)(module, module); return module.exports; };
const __esm = (modules) => () => first(modules)();
`;

test("modules in parentheses behave as before", () => {
  const eager = withEagerModules(MODULES);
  expect(eager.match(/\(function\((exports, module)?\) \{/g)).toHaveLength(2);
  for (const code of [MODULES, eager]) {
    expect(new Function(`${RUNTIME}${code}init_told(); return told;`)()).toBe("said");
  }
});

test("code that only resembles a module is unchanged", () => {
  const code = `const spoken = {\n  "said"(word) {\n    return word;\n  }\n};\n`;
  expect(withEagerModules(code)).toBe(code);
});

test("a module without an end is an error", () => {
  expect(() => withEagerModules(MODULES.slice(0, 90))).toThrow(/has no end/);
});
