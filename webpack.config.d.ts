import type { Configuration } from "webpack";

/** The build; `env` takes baseUrl, development and cloud (scripts/buildOptions.cjs). */
declare function configuration(
  env?: Readonly<Record<string, unknown>>,
  argv?: { readonly mode?: string },
): Configuration;
export = configuration;
