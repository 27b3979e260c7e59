// Test stand-in for `pulumi`, `gcloud`, `firebase`, `npm` and `git` on the PATH. It keeps a simulated state in a file, records its
// arguments, changes the state as the tool would, and fails if the state says so. It tests the use of the tools, not the tools themselves.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.STAND_IN_WORLD;
const [tool, ...args] = process.argv.slice(2);
const line = [tool, ...args].join(" ");
const file = join(folder, "world.json");
const world = JSON.parse(readFileSync(file, "utf8"));
appendFileSync(join(folder, "calls.txt"), `${line}\n`);

const print = (text) => process.stdout.write(`${text}\n`);
const save = () => writeFileSync(file, JSON.stringify(world));
const fail = (why) => {
  process.stderr.write(`${tool}: ${why}\n`);
  process.exit(1);
};

if (world.fails.some((part) => line.includes(part))) fail("the world says no");
const said = [
  [/^(gcloud|firebase|git) --version|^pulumi version/, () => print("1.2.3")],
  [/^git rev-parse/, () => print(world.commit)],
  [/^git status/, () => print(world.changes)],
  [/^pulumi config --json/, () => print(JSON.stringify(world.config))],
  [/^pulumi config set/, () => setVersion(args.at(-1))],
  [/^pulumi stack history/, () => print(JSON.stringify(world.history))],
  [/^pulumi up .*--target/, () => createBase()],
  [/^pulumi up/, () => apply()],
  [/^gcloud storage buckets describe/, () => (world.bucket ? print("bucket") : fail("not found"))],
  [
    /^gcloud secrets versions list/,
    () => (args[3] in world.secrets ? print(world.secrets[args[3]]) : fail("no secret")),
  ],
];
said.find(([known]) => known.test(line))?.[1]();

function setVersion(version) {
  world.config["mekuri:version"] = { value: version, secret: false };
  save();
}

function createBase() {
  world.bucket = true;
  world.secrets = { "mekuri-signing-keys": "", "mekuri-webhook-key": "", ...world.secrets };
  world.history.unshift(update("none"));
  save();
}

function apply() {
  world.history.unshift(update(world.config["mekuri:version"].value));
  save();
}

function update(version) {
  return { kind: "update", result: "succeeded", config: { "mekuri:version": { value: version } } };
}
