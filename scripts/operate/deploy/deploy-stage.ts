// Deploys a stage: checks, builds, previews, applies, runs the smoke test, and rolls back if that fails.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/layout.ts";
import { collectState, readBaseResources, versionsThatRan } from "./collect-state.ts";
import { perform, StepError } from "./commands.ts";
import { hostingConfig } from "./hosting-config.ts";
import {
  type Deployment,
  planDeployment,
  planReturn,
  secretsToFill,
  versionBefore,
  type Wish,
} from "./plan.ts";
import { smokeTest } from "./smoke-test.ts";

export interface Prompt {
  say: (line: string) => void;
  /** Asks the user for confirmation. */
  confirm: (question: string) => Promise<boolean>;
}

const list = (missing: readonly string[]) => missing.map((each) => `\n  - ${each}`).join("");

/** Throws an error that says what failed, what is already deployed, and what to do. */
export async function deployStage(wish: Wish, prompt: Prompt): Promise<void> {
  const { say, confirm } = prompt;
  const found = await collectState(wish.stage);
  const plan = planDeployment(found, wish);
  if (plan.kind === "stop") {
    throw new StepError(`${wish.stage} cannot be deployed yet:${list(plan.missing)}`);
  }
  const { version, project } = plan;
  say(
    `${wish.stage} is the project ${project}; running version: ${found.running ?? "none"}, new version: ${version}`,
  );
  await perform(plan.prepare, say);
  if (!found.hasBase) {
    const { emptySecrets } = await readBaseResources(found.config);
    if (emptySecrets.length > 0) {
      const missing = list(secretsToFill(emptySecrets, project));
      throw new StepError(
        `the base resources exist; now fill the secrets, then run the command again:${missing}`,
      );
    }
  }
  await perform([plan.preview], say);
  if (!(await confirm(`Apply this to ${project}?`))) {
    throw new StepError("nothing was applied: answer yes, or add --yes if nobody can answer");
  }
  await perform(plan.apply, say);
  if (plan.studio.isFirst) await publishStudio(plan, prompt);
  await rollBackOnFailure(plan, prompt);
  if (!plan.studio.isFirst) await publishStudio(plan, prompt);
  say(`${version} runs in ${project}: ${plan.address}`);
}

async function publishStudio({ studio: { config, step } }: Deployment, { say }: Prompt): Promise<void> {
  const json = readFileSync(join(ROOT, "firebase.json"), "utf8");
  writeFileSync(join(ROOT, config.file), hostingConfig(json, config.stage));
  await perform([step], say);
}

/** Tests the deployed version; if it fails, deploys the previous one. */
async function rollBackOnFailure({ address, back, version }: Deployment, { say }: Prompt): Promise<void> {
  try {
    await smokeTest({ address, accessToken: process.env.MEKURI_SMOKE_TOKEN || undefined, say });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (back === undefined) {
      throw new StepError(
        `${version} does not work: ${reason}. It is the first version, so it stays deployed.`,
      );
    }
    say(`${version} does not work: ${reason}`);
    await perform(back, say);
    throw new StepError(`${version} does not work, so the previous version runs again: ${reason}`);
  }
}

/** Deploys an earlier version: the named one, or the last different one. */
export async function rollBack({ stage, version }: Wish, { say, confirm }: Prompt): Promise<void> {
  const history = await versionsThatRan(stage);
  const to = version ?? versionBefore(history, history[0]);
  if (to === undefined) {
    throw new StepError(`Pulumi knows no previous version of ${stage}: name one, such as --rollback COMMIT`);
  }
  if (!(await confirm(`Go from ${history[0] ?? "nothing"} back to ${to} in ${stage}?`))) {
    throw new StepError("nothing was changed: answer yes, or add --yes if nobody can answer");
  }
  await perform(planReturn(stage, to), say);
  say(`${to} runs in ${stage} again; the studio is unchanged (use Firebase's console to roll it back)`);
}
