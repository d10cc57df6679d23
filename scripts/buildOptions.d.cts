export type BuildOptions = {
  readonly baseUrl: string;
  readonly development: boolean;
  readonly officeJs: string;
  readonly certificates: { readonly key: string; readonly cert: string; readonly ca: string };
};
export const defaultBaseUrl: string;
/** Throws with a sentence that names the option which is wrong. */
export function readBuildOptions(env: Readonly<Record<string, unknown>>): BuildOptions;
