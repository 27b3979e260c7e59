// The settings of Firebase Hosting for one stage, made of `firebase.json`, which knows neither a stage's region nor its domain for pictures.
import * as z from "zod";

const ConfigSchema = z.looseObject({
  hosting: z.looseObject({
    rewrites: z.array(z.looseObject({ run: z.looseObject({ region: z.string() }).optional() })),
    headers: z.array(
      z.looseObject({ headers: z.array(z.looseObject({ key: z.string(), value: z.string() })) }),
    ),
  }),
});

export interface HostedStage {
  /** Of the functions that the rewrites lead to. */
  region: string;
  /** Domain of the CDN in front of the pictures; undefined where they have addresses of Cloud Storage alone. */
  imagesDomain: string | undefined;
}

/** `json` is the text of `firebase.json`; gives that of the stage's file. Throws where the policy of the pages allows no pictures. */
export function hostingConfig(json: string, { region, imagesDomain }: HostedStage): string {
  const config = ConfigSchema.parse(JSON.parse(json));
  const { hosting } = config;
  const rewrites = hosting.rewrites.map((rewrite) =>
    rewrite.run === undefined ? rewrite : { ...rewrite, run: { ...rewrite.run, region } },
  );
  const headers = hosting.headers.map((rule) => ({
    ...rule,
    headers: rule.headers.map(({ key, value, ...rest }) => ({
      ...{ ...rest, key },
      value: key === "Content-Security-Policy" ? withImages(value, imagesDomain) : value,
    })),
  }));
  return `${JSON.stringify({ ...config, hosting: { ...hosting, rewrites, headers } }, null, 2)}\n`;
}

/** What is saved under a name (exports) keeps its address of Cloud Storage, so that one stays allowed. */
function withImages(policy: string, domain: string | undefined): string {
  if (domain === undefined) return policy;
  if (!/(^|; )img-src /.test(policy))
    throw new Error("the Content-Security-Policy of firebase.json has no img-src");
  return policy.replace(/img-src [^;]*/, (allowed) => `${allowed} https://${domain}`);
}
