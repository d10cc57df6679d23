import path from "node:path";
import webpack from "webpack";

const ROOT = path.resolve(__dirname, "../../..");
const FOLDER = path.join(ROOT, ".cache", "pane-host");

/** The emulated host over a plain cell store, as one script for a page. */
export const HOST_SCRIPT = path.join(FOLDER, "host.js");

/**
 * Writes that script.
 * @throws Error with the compiler's messages when it cannot be built.
 */
export async function buildHostScript(): Promise<void> {
  const stats = await new Promise<webpack.Stats>((resolve, reject) => {
    webpack(
      {
        mode: "production",
        context: ROOT,
        target: ["web", "es2022"],
        entry: { host: "./test/browser/pane/hostPage.ts" },
        output: { path: FOLDER, filename: "[name].js" },
        resolve: { extensions: [".ts", ".js"] },
        module: {
          rules: [
            {
              test: /\.ts$/,
              loader: "ts-loader",
              options: { transpileOnly: true, compilerOptions: { noEmit: false } },
            },
          ],
        },
        optimization: { minimize: false },
        performance: { hints: false },
        // Building again takes a fraction of the first time.
        cache: {
          type: "filesystem",
          cacheDirectory: path.join(ROOT, ".cache", "webpack"),
          name: "pane-host",
        },
      },
      (error, result) => {
        if (error || !result) reject(error ?? new Error("webpack gave no result"));
        else resolve(result);
      },
    );
  });
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}
